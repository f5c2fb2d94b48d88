import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { dayOf } from '../common/day.js';
import { Config } from '../config/index.js';
import { Database, type Tx } from '../database/index.js';
import { type Principal } from '../http/index.js';
import { RiskReportsRepository } from '../kag-snapshots/index.js';
import {
  decide,
  decidedOf,
  takenBack,
  versionOf,
  type Decided,
  type StatusMove,
  type WantedChange,
} from './domain/decided.js';
import { localDay } from './domain/due.js';
import { RULES } from './domain/recommendation.js';
import {
  ReachedRecommendationsRepository,
  type RecommendationChange,
  type RecommendationReach,
  type ReachedRecommendation,
} from './reached-recommendations.repository.js';
import { nothingToTakeBack, refusalOf, staleRefusal, type Today } from './refusals.js';

/** A recommendation, and the version that a person has seen of it; null: any. */
export interface Target {
  id: string;
  version: string | null;
}

/** What became of a wish: the recommendation as it is then, and why it was not changed; null of one out of reach. */
export type Result = { id: string } & (
  | { recommendation: ReachedRecommendation; refusal: null }
  | { recommendation: ReachedRecommendation | null; refusal: AppError }
);

type Person = Pick<Principal, 'id'>;
interface Step {
  /** As `entity.verb`. */
  action: string;
  fields: (one: ReachedRecommendation) => object;
  next: (before: ReachedRecommendation) => Decided | AppError;
  keepsReplaced: boolean;
}

/** What people do with recommendations. */
@Injectable()
export class RecommendationActions {
  constructor(
    private readonly recommendations: ReachedRecommendationsRepository,
    private readonly reports: RiskReportsRepository,
    private readonly config: Config,
    private readonly audit: AuditLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts that a person has seen these; returns how many of them are within reach. */
  markShown(reach: RecommendationReach, ids: readonly string[]): Promise<number> {
    return this.recommendations.markShown(this.database, reach, ids, this.clock.now());
  }

  /**
   * Moves a recommendation to the status, and returns it is then. What a person says became of it is kept as a
   * report of its risk; one that is taken up again has none.
   * @throws AppError `not_found`, `precondition_failed`, `validation_failed` for a day that does not fit, or
   * `invalid_transition` for a move that its present status does not allow.
   */
  async move(
    reach: RecommendationReach,
    id: string,
    user: Person,
    move: StatusMove,
    version: string | null = null,
  ): Promise<ReachedRecommendation> {
    return only(await this.change(reach, [{ id, version }], user, { move }));
  }

  /**
   * Changes each of the recommendations as far as it may be, and says of each what became of it, in their order. A
   * constant number of statements, however many there are.
   */
  change(
    reach: RecommendationReach,
    targets: readonly Target[],
    user: Person,
    wanted: WantedChange,
  ): Promise<Result[]> {
    const now = this.clock.now();
    const { move } = wanted;
    return this.step(reach, targets, user, now, {
      action: move ? 'recommendation.status' : 'recommendation.change',
      fields: (one) => ({ ...(move ? statusFields(one) : {}), ...(isAssigned(wanted) ? assignmentFields(one) : {}) }),
      next: (before) => refusalOf(before, wanted, this.today(now)) ?? decide(before, wanted, now),
      keepsReplaced: true,
    });
  }

  /** Takes back the last change that a person made to each, where nothing has happened to it since. */
  undo(reach: RecommendationReach, targets: readonly Target[], user: Person): Promise<Result[]> {
    return this.step(reach, targets, user, this.clock.now(), {
      action: 'recommendation.undo',
      fields: (one) => ({ ...statusFields(one), ...assignmentFields(one) }),
      next: (before) => takenBack(before) ?? nothingToTakeBack(),
      keepsReplaced: false,
    });
  }

  /**
   * Says whether it was of use, in place of what was said before, and returns it is then.
   * @throws AppError `not_found` or `precondition_failed`.
   */
  giveFeedback(
    reach: RecommendationReach,
    id: string,
    helpful: boolean,
    note: string | null,
    version: string | null = null,
  ): Promise<ReachedRecommendation> {
    return this.database.transaction(async (tx) => {
      const before = (await this.recommendations.lock(tx, reach, [id])).get(id);
      if (!before) throw notFound(id, reach);
      const stale = staleRefusal(before, version);
      if (stale) throw stale;
      await this.recommendations.setFeedback(tx, before, helpful, note, this.clock.now());
      const after = (await this.recommendations.lock(tx, reach, [id])).get(id) ?? before;
      await this.audit.record(tx, entry('recommendation.feedback', before, after, feedbackFields));
      return after;
    });
  }

  /** Makes the changes and records them, both or neither. */
  private step(
    reach: RecommendationReach,
    targets: readonly Target[],
    user: Person,
    now: Date,
    step: Step,
  ): Promise<Result[]> {
    const ids = targets.map(({ id }) => id);
    return this.database.transaction(async (tx) => {
      const before = await this.recommendations.lock(tx, reach, ids);
      const judged = targets.map(({ id, version }) => {
        const one = before.get(id);
        if (!one) return { id, recommendation: null, refusal: notFound(id, reach) };
        const next = staleRefusal(one, version) ?? step.next(one);
        return next instanceof AppError
          ? { id, recommendation: one, refusal: next }
          : { id, recommendation: one, refusal: null, change: changeOf(one, next, step.keepsReplaced) };
      });
      const changes = judged.flatMap(({ change }) => change ?? []);
      await this.recommendations.decide(tx, changes, now);
      await this.report(tx, before, changes, user, now);
      const after = await this.recommendations.lock(tx, reach, ids);
      const changed = changes.map(({ id }) => ({ was: before.get(id), is: after.get(id) }));
      await this.audit.recordAll(
        tx,
        changed.flatMap(({ was, is }) => (was && is ? entry(step.action, was, is, step.fields) : [])),
      );
      return judged.map(({ id, recommendation, refusal }): Result => {
        const is = after.get(id) ?? recommendation;
        if (refusal !== null || is === null) return { id, recommendation: is, refusal: refusal ?? notFound(id, reach) };
        return { id, recommendation: is, refusal };
      });
    });
  }

  /** Keeps what was said of the risks as far as it has changed. */
  private async report(
    tx: Tx,
    before: Map<string, ReachedRecommendation>,
    changes: readonly RecommendationChange[],
    user: Person,
    now: Date,
  ) {
    const said = changes.flatMap((change) => {
      const was = before.get(change.id);
      if (!was || (was.resolution === change.resolution && was.resolution_note === change.resolution_note)) return [];
      const { risk } = RULES[was.category];
      return risk === null ? [] : [{ change, risk }];
    });
    const gone = said.filter(({ change }) => change.resolution === null);
    await this.reports.remove(tx, ...gone.map(({ change }) => keyOf(change)));
    await this.reports.put(
      tx,
      ...said.flatMap(({ change, risk }) => {
        const { resolution, resolution_note: note } = change;
        if (resolution === null) return [];
        // One that is taken back to keeps its day, which comes as JSON then.
        const reported_on = dayOf(new Date(change.completed_at ?? change.dismissed_at ?? now));
        return [{ ...keyOf(change), risk_type: risk, reported_on, resolution, note, reported_by: user.id }];
      }),
    );
  }

  /** The day in each project. */
  private today(now: Date): Today {
    return ({ project_time_zone }) => localDay(project_time_zone ?? this.config.workingCalendar.time_zone, now);
  }
}

/**
 * The only result.
 * @throws AppError where it was refused.
 */
export function only(results: readonly Result[]): ReachedRecommendation {
  const [result] = results;
  if (result?.refusal === null) return result.recommendation;
  throw result?.refusal ?? new Error('there is no result');
}

function changeOf(before: ReachedRecommendation, next: Decided, keepsReplaced: boolean): RecommendationChange {
  const became = versionOf({ ...before, ...next });
  return { ...keyedOf(before), ...next, replaced: keepsReplaced ? { was: decidedOf(before), became } : null };
}

const keyedOf = ({ project_id, id }: ReachedRecommendation) => ({ project_id, id });
const keyOf = ({ project_id, id }: RecommendationChange) => ({ project_id, recommendation_id: id });

const entry = (
  action: string,
  before: ReachedRecommendation,
  after: ReachedRecommendation,
  fields: (one: ReachedRecommendation) => object,
) => ({
  action,
  entity_type: 'recommendation',
  entity_id: after.id,
  project_id: after.project_id,
  account_scope_id: after.account_scope_id,
  before: fields(before),
  after: fields(after),
});

const isAssigned = ({ assignee, due_date }: WantedChange) => assignee !== undefined || due_date !== undefined;
const assignmentFields = ({ assignee, due_date }: ReachedRecommendation) => ({ assignee, due_date });
const feedbackFields = ({ helpful_feedback, feedback_note }: ReachedRecommendation) => ({
  helpful_feedback,
  feedback_note,
});
const statusFields = ({ status, snoozed_until, resolution, resolution_note }: ReachedRecommendation) => ({
  status,
  ...(snoozed_until === null ? {} : { snoozed_until }),
  ...(resolution === null ? {} : { resolution, resolution_note }),
});

export function notFound(id: string, { project_id }: RecommendationReach): AppError {
  const where = project_id === null ? 'in your account scopes' : 'in the project; all_projects looks further';
  return new AppError('not_found', `There is no recommendation ${id} ${where}`);
}
