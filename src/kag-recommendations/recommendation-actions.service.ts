import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { dayOf } from '../common/day.js';
import { Config } from '../config/index.js';
import { Database, type Tx } from '../database/index.js';
import { type Principal, validationFailed } from '../http/index.js';
import { RiskReportsRepository } from '../kag-snapshots/index.js';
import { localDay } from './domain/due.js';
import { mayMove, movesFrom, type Status } from './domain/lifecycle.js';
import { RULES } from './domain/recommendation.js';
import {
  ReachedRecommendationsRepository,
  type Move,
  type Reach,
  type Reached,
} from './reached-recommendations.repository.js';

/** Who does it, and until when; what is undefined stays. */
export interface Assignment {
  assignee?: string | null | undefined;
  due_date?: string | undefined;
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
  markShown(reach: Reach, ids: readonly string[]): Promise<number> {
    return this.recommendations.markShown(this.database, reach, ids, this.clock.now());
  }

  /**
   * Moves a recommendation to the status, and returns it as it is then. What a person says became of it is kept as a
   * report of its risk; one that is taken up again has none.
   * @throws AppError `not_found`, `validation_failed` for a day that does not fit, or `invalid_transition` for a move that its
   * present status does not allow.
   */
  move(reach: Reach, id: string, user: Pick<Principal, 'id'>, wanted: Move): Promise<Reached> {
    return this.change(
      reach,
      id,
      'recommendation.status',
      ({ status, snoozed_until, resolution, resolution_note }) => ({
        status,
        ...(snoozed_until === null ? {} : { snoozed_until }),
        ...(resolution === null ? {} : { resolution, resolution_note }),
      }),
      async (tx, before) => {
        const over = before.episode_ended_at !== null;
        if (!mayMove(before.status, wanted.status, over)) throw invalidTransition(before.status, wanted.status, over);
        if (wanted.until !== null && wanted.until <= this.today(before))
          throw validationFailed([{ path: 'until', problem: 'must be a later day than today' }]);
        const now = this.clock.now();
        await this.recommendations.setStatus(tx, before, wanted, now);
        await this.report(tx, before, user, wanted, now);
      },
    );
  }

  /**
   * Says who does it, and until when, and returns it as it is then.
   * @throws AppError `not_found`, or `validation_failed` for a day that is over.
   */
  assign(reach: Reach, id: string, wanted: Assignment): Promise<Reached> {
    return this.change(
      reach,
      id,
      'recommendation.change',
      ({ assignee, due_date }) => ({ assignee, due_date }),
      (tx, before) => {
        if (wanted.due_date !== undefined && wanted.due_date < this.today(before))
          throw validationFailed([{ path: 'due_date', problem: 'must be today or a later day' }]);
        return this.recommendations.assign(tx, before, wanted, this.clock.now());
      },
    );
  }

  /**
   * Says whether it was of use, in place of what was said before, and returns it as it is then.
   * @throws AppError `not_found`.
   */
  giveFeedback(reach: Reach, id: string, helpful: boolean, note: string | null): Promise<Reached> {
    return this.change(
      reach,
      id,
      'recommendation.feedback',
      ({ helpful_feedback, feedback_note }) => ({ helpful_feedback, feedback_note }),
      (tx, before) => this.recommendations.setFeedback(tx, before, helpful, note, this.clock.now()),
    );
  }

  /** Makes a change and records it, both or neither; `told` picks what the record has from before and after. */
  private change(
    reach: Reach,
    id: string,
    action: string,
    told: (one: Reached) => object,
    make: (tx: Tx, before: Reached) => Promise<void>,
  ): Promise<Reached> {
    return this.database.transaction(async (tx) => {
      const before = await this.reached(tx, reach, id);
      await make(tx, before);
      const after = await this.reached(tx, reach, id);
      await this.audit.record(tx, {
        action,
        entity_type: 'recommendation',
        entity_id: id,
        project_id: after.project_id,
        before: told(before),
        after: told(after),
      });
      return after;
    });
  }

  private async report(
    tx: Tx,
    { project_id, id, category }: Reached,
    user: Pick<Principal, 'id'>,
    { status, resolution, note }: Move,
    now: Date,
  ): Promise<void> {
    const { risk } = RULES[category];
    if (status === 'acknowledged') await this.reports.remove(tx, { project_id, recommendation_id: id });
    if (risk === null || resolution === null) return;
    await this.reports.put(tx, {
      project_id,
      recommendation_id: id,
      risk_type: risk,
      reported_on: dayOf(now),
      resolution,
      note,
      reported_by: user.id,
    });
  }

  /** The project's day. */
  private today({ project_time_zone }: Reached): string {
    return localDay(project_time_zone ?? this.config.workingCalendar.time_zone, this.clock.now());
  }

  private async reached(tx: Tx, reach: Reach, id: string): Promise<Reached> {
    const found = await this.recommendations.lock(tx, reach, id);
    if (found) return found;
    const where = reach.project_id === null ? 'in the account scope' : 'in the project; all_projects looks further';
    throw new AppError('not_found', `There is no recommendation ${id} ${where}`);
  }
}

function invalidTransition(from: Status, to: Status, over: boolean): AppError {
  const allowed = movesFrom(from, over);
  return new AppError(
    'invalid_transition',
    `A recommendation that is ${from} can't become ${to}; from here it may become ${allowed.join(' or ')}`,
    { from, to, allowed },
  );
}
