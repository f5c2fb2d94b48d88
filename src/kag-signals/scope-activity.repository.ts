import { Injectable } from '@nestjs/common';
import { DAY_MS } from '../common/time-units.js';
import { byProject, Database, withinWholeScopes, type Held } from '../database/index.js';
import { counts } from '../kag-events/index.js';
import { LEVEL_DAYS, NO_OTHERS, othersUpTo, type ScopeActivity, type ScopeDays } from './domain/scope-activity.js';

/** What happened in the other projects of a project's account scope, up to a moment of those that were asked for. */
export type OthersOf = (projectId: string, moment: number) => ScopeActivity;

/** Events of a day of a scope: of one of the projects that were asked for, or of all others together. */
interface Row {
  account_scope_id: string;
  project_id: string | null;
  /** Whole days before the last moment. */
  days_ago: number;
  events: number;
}

/** The days of the projects that were asked for, back from the last of moments that are whole days apart. */
interface Phase {
  last: number;
  days: Map<string, ScopeDays>;
}

/** Counts what clients and teams did, by account scope, as the log tells it today. */
@Injectable()
export class ScopeActivityRepository {
  constructor(private readonly database: Database) {}

  /**
   * One statement for all moments that are whole days apart, and for all projects. Days are counted back from the
   * moments, so that no event later than a moment counts for it.
   */
  async of(projectIds: readonly string[], moments: readonly number[]): Promise<OthersOf> {
    const phases = new Map<number, Phase>();
    for (const [phase, times] of Map.groupBy(moments, (moment) => moment % DAY_MS)) {
      const last = Math.max(...times);
      const days = (last - Math.min(...times)) / DAY_MS + LEVEL_DAYS;
      phases.set(phase, { last, days: daysOf(await this.count(projectIds, last, days)) });
    }
    return (projectId, moment) => {
      const phase = phases.get(moment % DAY_MS);
      const days = phase?.days.get(projectId);
      return phase && days ? othersUpTo(days, (phase.last - moment) / DAY_MS) : NO_OTHERS;
    };
  }

  private count(projectIds: readonly string[], last: number, days: number): Promise<Row[]> {
    const asked = [projectIds, new Date(last), days];
    return withinWholeScopes(async () => {
      if (!(await this.database.distributed()))
        return this.database.query<Row>(
          countedBy(() => ''),
          asked,
        );
      return byProject(this.database, await this.inScopesOf(projectIds), (ids, held) =>
        this.database.query<Row>(countedBy(held), [...asked, ids]),
      );
    });
  }

  private async inScopesOf(projectIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM projects WHERE account_scope_id IN (SELECT account_scope_id FROM projects WHERE id = ANY ($1::uuid[]))',
      [projectIds],
    );
    return rows.map(({ id }) => id);
  }
}

/**
 * Beside each project its own index is read alone, which has all that is asked here; what the system notes is left out.
 * $1 are the projects that were asked for; where it is held, $4 are those that it is about.
 */
const countedBy = (held: Held): string => `
  SELECT p.account_scope_id, CASE WHEN p.id = ANY ($1::uuid[]) THEN p.id END AS project_id, e.days_ago,
    sum(e.events)::int AS events
  FROM projects p
  CROSS JOIN LATERAL (
    SELECT floor(extract(epoch FROM $2::timestamptz - l.occurred_at) / 86400)::int AS days_ago, count(*) AS events
    FROM kag_event_log l
    WHERE l.project_id = p.id AND l.occurred_at > $2::timestamptz - make_interval(hours => 24 * $3::int)
      AND l.occurred_at <= $2 AND l.event_type <> 'client_silent_started' AND ${counts('l')}
      ${held('l.project_id', '$4')}
    GROUP BY 1) e
  WHERE p.account_scope_id IN (SELECT account_scope_id FROM projects WHERE id = ANY ($1::uuid[]))
    ${held('p.id', '$4')}
  GROUP BY 1, 2, 3`;

function daysOf(rows: readonly Row[]): Map<string, ScopeDays> {
  const scopes = new Map<string, number[]>();
  const days = new Map<string, { scope: number[]; own: number[] }>();
  for (const { account_scope_id, project_id, days_ago, events } of rows) {
    const scope = scopes.get(account_scope_id) ?? [];
    scopes.set(account_scope_id, scope);
    scope[days_ago] = (scope[days_ago] ?? 0) + events;
    if (project_id === null) continue;
    const own = days.get(project_id)?.own ?? [];
    own[days_ago] = events;
    days.set(project_id, { scope, own });
  }
  return days;
}
