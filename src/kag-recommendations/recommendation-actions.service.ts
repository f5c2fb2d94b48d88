import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../database/index.js';
import { mayMove, MOVES, type Status } from './domain/lifecycle.js';
import { ReachedRecommendationsRepository, type Reach, type Reached } from './reached-recommendations.repository.js';

/** What people do with recommendations. */
@Injectable()
export class RecommendationActions {
  constructor(
    private readonly recommendations: ReachedRecommendationsRepository,
    private readonly audit: AuditLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts that a person has seen these; returns how many of them are within reach. */
  markShown(reach: Reach, ids: readonly string[]): Promise<number> {
    return this.recommendations.markShown(this.database, reach, ids, this.clock.now());
  }

  /**
   * Moves a recommendation to the status, and returns it as it is then.
   * @throws AppError `not_found`, or `invalid_transition` for a move that its present status does not allow.
   */
  move(reach: Reach, id: string, to: Status): Promise<Reached> {
    return this.change(
      reach,
      id,
      'recommendation.status',
      ({ status }) => ({ status }),
      async (tx, before) => {
        if (!mayMove(before.status, to)) throw invalidTransition(before.status, to);
        await this.recommendations.setStatus(tx, before, to, this.clock.now());
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

  private async reached(tx: Tx, reach: Reach, id: string): Promise<Reached> {
    const found = await this.recommendations.lock(tx, reach, id);
    if (found) return found;
    const where = reach.project_id === null ? 'in the account scope' : 'in the project; all_projects looks further';
    throw new AppError('not_found', `There is no recommendation ${id} ${where}`);
  }
}

function invalidTransition(from: Status, to: Status): AppError {
  const allowed = MOVES[from];
  return new AppError(
    'invalid_transition',
    `A recommendation that is ${from} can't become ${to}; from here it may become ${allowed.join(' or ')}`,
    { from, to, allowed },
  );
}
