import { Injectable } from '@nestjs/common';
import { workingTimeOf } from '../../common/working-time/working-time.js';
import {
  MeasuresRepository,
  OnsetsRepository,
  type RiskReport,
  RiskReportsRepository,
  workingDays,
} from '../../kag-snapshots/index.js';
import { WorkingCalendars } from '../../projects/index.js';
import { LOOKS_BACK } from '../domain/hazard/features/past.js';
import type { ProjectRun } from '../domain/hazard/project-run.js';
import { plusDays } from '../domain/week.js';
import type { ScopedProject } from './scopes.repository.js';

/** As far back as events are kept: older days are not learnt from. */
export const LEARNS_BACK_DAYS = 400;
/** Projects whose days are read in one go: as many as a message of the daily pipeline has. */
const AT_ONCE = 100;

/** Runs with what tells working days, by project. */
export interface Runs {
  runs: Map<string, ProjectRun>;
  isWorking: (projectId: string) => (day: string) => boolean;
}

type Acted = ProjectRun['acted'];

/** Projects as models see them: their kept days, what came about, and what somebody did about it. */
@Injectable()
export class RunsService {
  constructor(
    private readonly measures: MeasuresRepository,
    private readonly onsets: OnsetsRepository,
    private readonly reports: RiskReportsRepository,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** All days up to `until` that are learnt from. The number of statements depends on that of the batches alone. */
  whole(projects: readonly ScopedProject[], until: string): Promise<Runs> {
    return this.read(projects, until, LEARNS_BACK_DAYS, async (ids) => {
      const reports = await this.reports.of(ids);
      return new Map(ids.map((id) => [id, actedOf(reports.get(id) ?? [])]));
    });
  }

  /** The days up to `until` that a forecast looks at, without what somebody did, which it does not look at. */
  recent(projects: readonly ScopedProject[], until: string): Promise<Runs> {
    return this.read(projects, until, LOOKS_BACK, () => Promise.resolve(new Map()));
  }

  private async read(
    projects: readonly ScopedProject[],
    until: string,
    back: number,
    actedBy: (ids: string[]) => Promise<ReadonlyMap<string, Acted>>,
  ): Promise<Runs> {
    const runs = new Map<string, ProjectRun>();
    for (let first = 0; first < projects.length; first += AT_ONCE) {
      const some = projects.slice(first, first + AT_ONCE);
      const ids = some.map(({ id }) => id);
      const days = await this.measures.of(ids, until, undefined, plusDays(until, 1 - back));
      const onsets = await this.onsets.of(ids);
      const acted = await actedBy(ids);
      for (const { id, ended_on } of some) {
        const came = onsets.get(id);
        if (!came) continue;
        const run = { project_id: id, days: days.get(id) ?? [], onsets: came, ended_on, acted: acted.get(id) ?? [] };
        runs.set(id, run);
      }
    }
    const calendars = await this.calendars.of(projects.map(({ id }) => id));
    return { runs, isWorking: (id) => workingDays(workingTimeOf(calendars(id))) };
  }
}

/** Somebody saw to it, so that what came of it tells nothing of what would have come. */
const actedOf = (reports: readonly RiskReport[]): Acted =>
  reports
    .filter(({ resolution }) => resolution === 'prevented' || resolution === 'happened')
    .map(({ risk_type, reported_on }) => ({ risk: risk_type, day: reported_on }));
