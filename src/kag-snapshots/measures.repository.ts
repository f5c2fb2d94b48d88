import { Injectable } from '@nestjs/common';
import { dayOf, startOfDay } from '../common/day.js';
import { DAY_MS } from '../common/time-units.js';
import { Database, type Sql } from '../database/index.js';
import { measuresFrom, type DayMeasures, type KeptMeasures } from './domain/day-measures.js';

interface KeptDay {
  project_id: string;
  day: string;
  measures: KeptMeasures;
}

/** What is kept of projects' days for those who look at many of them. */
@Injectable()
export class MeasuresRepository {
  constructor(private readonly database: Database) {}

  /**
   * The projects' kept days from the first to the last, by project; none of projects without. Of days between that are
   * not kept nothing is known. One statement.
   * @param until days after this one are left out
   * @param from days before this one are left out
   */
  async of(
    projectIds: readonly string[],
    until: string | null = null,
    db: Sql = this.database,
    from: string | null = null,
  ): Promise<Map<string, DayMeasures[]>> {
    const rows = await db.query<KeptDay>(
      `SELECT project_id, to_char(snapshot_date, 'YYYY-MM-DD') AS day, measures_json AS measures FROM project_snapshots s
       WHERE project_id = ANY ($1::uuid[]) AND measures_json IS NOT NULL AND ($2::date IS NULL OR s.snapshot_date <= $2)
         AND ($3::date IS NULL OR s.snapshot_date >= $3)
       ORDER BY project_id, s.snapshot_date`,
      [projectIds, until, from],
    );
    const days = new Map<string, DayMeasures[]>();
    for (const { project_id, day, measures } of rows) {
      const own = days.get(project_id) ?? [];
      days.set(project_id, own);
      for (
        let missing = own.at(-1) && nextDay(own.at(-1)?.day ?? day);
        missing && missing < day;
        missing = nextDay(missing)
      )
        own.push(measuresFrom(missing));
      own.push(measuresFrom(day, measures));
    }
    return days;
  }
}

const nextDay = (day: string): string => dayOf(new Date(startOfDay(day).getTime() + DAY_MS));
