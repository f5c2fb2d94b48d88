import { Injectable } from '@nestjs/common';
import { AuditRepository, type HistoryEvent } from '../../audit/index.js';
import { AppError } from '../../common/app-error.js';
import type { Keyset } from '../../common/cursor.js';
import type { Locale } from '../../common/locale.js';
import { Database } from '../../database/index.js';
import { scopesWith, validationFailed, type Principal, type Role } from '../../http/index.js';
import type { WantedChange } from '../domain/decided.js';
import {
  ReachedRecommendationsRepository,
  type RecommendationReach,
  type ReachedRecommendation,
} from '../reached-recommendations.repository.js';
import { notFound, only, RecommendationActions, type Result, type Target } from '../recommendation-actions.service.js';
import { RecommendationAnswers } from '../recommendation-answers.js';
import type { ChangesBody, UndoBody, WantedBody } from './inbox.dto.js';
import { InboxRepository, type InboxFilter } from './inbox.repository.js';
import { MembersRepository } from './members.repository.js';
import type { InboxSort } from './sorts.js';

export interface Choice {
  filter: InboxFilter;
  sort: InboxSort;
  limit: number;
  after: Keyset | null;
}

const MAX_HISTORY = 100;

/** Recommendations of all account scopes in which a person has the role that it takes. */
@Injectable()
export class Inbox {
  constructor(
    private readonly database: Database,
    private readonly repository: InboxRepository,
    private readonly recommendations: ReachedRecommendationsRepository,
    private readonly actions: RecommendationActions,
    private readonly members: MembersRepository,
    private readonly audit: AuditRepository,
    private readonly answers: RecommendationAnswers,
  ) {}

  /** A page in the language; null: each project's own. Two statements in one transaction. */
  async page(user: Principal, { filter, sort, limit, after }: Choice, locale: Locale | null) {
    const reach = reachOf(user, 'viewer');
    return this.database.reading(async (tx) => {
      const rows = await this.repository.page(tx, reach, filter, sort, limit + 1, after);
      const counts = await this.repository.counts(tx, reach, filter);
      const page = rows.slice(0, limit);
      return {
        recommendations: page.map((row) => this.answers.row(row, locale)),
        counts,
        last: rows.length > page.length ? (page.at(-1)?.place ?? null) : null,
      };
    });
  }

  people(user: Principal) {
    return this.members.of(reachOf(user, 'viewer').account_scope_ids);
  }

  /** @throws AppError `not_found` */
  async one(user: Principal, id: string, locale: Locale | null) {
    return this.answers.whole(await this.reached(user, id), locale);
  }

  /** @throws AppError `not_found` */
  async history(user: Principal, id: string) {
    const { project_id } = await this.reached(user, id);
    const events = await this.audit.historyOf(project_id, 'recommendation', id, MAX_HISTORY);
    return events.map(changeOf);
  }

  /** @throws AppError why it is refused; of one that was changed meanwhile with how it is now. */
  async decide(user: Principal, target: Target, body: WantedBody, locale: Locale | null) {
    const results = await this.actions.change(reachOf(user, 'operator'), [target], user, wantedOf(body));
    return this.answers.whole(this.onlyOne(results, locale), locale);
  }

  async change(user: Principal, body: ChangesBody, locale: Locale | null) {
    const reach = reachOf(user, 'operator');
    return this.resultsAnswer(await this.actions.change(reach, targetsOf(body), user, wantedOf(body)), locale);
  }

  async undo(user: Principal, body: UndoBody, locale: Locale | null) {
    return this.resultsAnswer(await this.actions.undo(reachOf(user, 'operator'), targetsOf(body), user), locale);
  }

  markShown(user: Principal, ids: readonly string[]): Promise<number> {
    return this.actions.markShown(reachOf(user, 'viewer'), ids);
  }

  private resultsAnswer(results: readonly Result[], locale: Locale | null) {
    const rows = results.map(({ id, recommendation, refusal }) => ({
      id,
      error: refusal?.code ?? null,
      message: refusal?.message ?? null,
      recommendation: recommendation && this.answers.row(recommendation, locale),
    }));
    const changed = rows.filter(({ error }) => error === null).length;
    return { results: rows, changed, refused: rows.length - changed };
  }

  private async reached(user: Principal, id: string): Promise<ReachedRecommendation> {
    const reach = reachOf(user, 'viewer');
    const [one] = await this.recommendations.find(reach, [id]);
    if (!one) throw notFound(id, reach);
    return one;
  }

  private onlyOne(results: readonly Result[], locale: Locale | null): ReachedRecommendation {
    const [result] = results;
    if (result?.refusal?.code === 'precondition_failed' && result.recommendation)
      throw new AppError('precondition_failed', result.refusal.message, {
        recommendation: this.answers.whole(result.recommendation, locale),
      });
    return only(results);
  }
}

const reachOf = ({ memberships }: Principal, role: Role): RecommendationReach => ({
  account_scope_ids: scopesWith(memberships, role),
  project_id: null,
});

const targetsOf = ({ recommendations }: UndoBody): Target[] =>
  recommendations.map(({ id, version }) => ({ id, version: version ?? null }));

/** @throws AppError `validation_failed` where nothing is wanted */
function wantedOf(body: WantedBody): WantedChange {
  const { status, until = null, resolution = null, note = null, assignee, due_date } = body;
  if (status === undefined && assignee === undefined && due_date === undefined)
    throw validationFailed([{ path: 'status', problem: 'is not given, nor are assignee and due_date: name one' }]);
  return { move: status === undefined ? undefined : { status, until, resolution, note }, assignee, due_date };
}

const WHAT = { status: 'status', change: 'change', undo: 'undo', feedback: 'feedback' } as const;

function changeOf({ occurred_at: at, actor_name: by, action, before, after }: HistoryEvent) {
  const what = WHAT[action.slice(action.indexOf('.') + 1) as keyof typeof WHAT] ?? 'change';
  return { at, by, what, before: stateOf(before ?? {}), after: stateOf(after ?? {}) };
}

const stateOf = (fields: Record<string, unknown>) => {
  const of = (key: string) => fields[key] ?? null;
  return {
    status: of('status'),
    snoozed_until: of('snoozed_until'),
    resolution: of('resolution'),
    resolution_note: of('resolution_note'),
    assignee: of('assignee'),
    due_date: of('due_date'),
  };
};
