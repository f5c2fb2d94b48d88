import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import type { Locale } from '../common/locale.js';
import { sha256 } from '../common/stable-hash.js';
import { Database, type Tx } from '../database/index.js';
import { requestContext, validationFailed, type ActiveProject, type Principal } from '../http/index.js';
import { RunStarter } from '../jobs/index.js';
import {
  alternativesTo,
  type Correction,
  EventLog,
  holds,
  type HeardType,
  type JudgedEvent,
  ownWords,
} from '../kag-events/index.js';
import { SIGNALS_REFRESH } from '../kag-signals/index.js';
import { keyOfType, replacementFor } from './replacement.js';
import { languageOf } from './domain/language.js';
import { objectionTo, type Verdict } from './domain/verdict.js';
import { EventFeedbackRepository, type StoredVerdict } from './event-feedback.repository.js';

/** The event as it is then, and the one that the person's word has put beside it. */
export interface FeedbackResult {
  event: JudgedEvent;
  added: JudgedEvent | null;
}

type Kept = Omit<StoredVerdict, 'text_hash' | 'language'>;

interface Step {
  tx: Tx;
  project: ActiveProject;
  user: Principal;
  /** The words that are judged. */
  said: { words: string | null; text_hash: string | null; language: Locale | null };
  corrections: Correction[];
}

/** What people say of events that were heard in words. */
@Injectable()
export class EventFeedback {
  constructor(
    private readonly feedback: EventFeedbackRepository,
    private readonly log: EventLog,
    private readonly audit: AuditLog,
    private readonly starter: RunStarter,
    private readonly database: Database,
  ) {}

  /**
   * Keeps a person's word of an event in place of what was said before. An event that is not right is taken back, and
   * comes back when it is said to be right; `instead` puts another one in its place, which goes when that is said no
   * more. Saying the same again changes nothing. What is concluded follows in a run of its own.
   * @throws AppError `not_found`, or `validation_failed` where the event was not heard or can't have been that
   */
  async give(
    project: ActiveProject,
    user: Principal,
    id: string,
    given: { right: boolean; instead: string | null },
  ): Promise<FeedbackResult> {
    const judged = await this.database.transaction(async (tx) => {
      await this.log.lockVerdicts(tx, project.id);
      const event = await this.feedback.find(tx, project.id, id);
      if (!event) throw new AppError('not_found', `There is no event ${id} in the project`);
      const verdict = verdictOn(event, given);
      const words = await this.feedback.words(tx, event);
      const text_hash = words === null ? null : sha256(words);
      if (isSame(event, verdict, text_hash)) return this.judged(tx, project, event.id);
      const language = words === null ? null : languageOf(ownWords(words));
      const step: Step = { tx, project, user, said: { words, text_hash, language }, corrections: [] };
      const added_event_id = await this.replace(step, event, verdict.instead);
      await this.say(step, event, { ...verdict, added_event_id });
      await this.conclude(step, event, added_event_id);
      await this.audit.record(tx, {
        action: 'event.feedback',
        entity_type: 'event',
        entity_id: event.id,
        project_id: project.id,
        before: event.is_right === null ? null : { right: event.is_right, instead: event.instead },
        after: { event_type: event.event_type, ...verdict },
      });
      return this.judged(tx, project, event.id);
    });
    this.starter.nudge();
    return judged;
  }

  /** Withdraws what the last word has added, unless it is said again, and adds what is said now. Returns its id. */
  private async replace(step: Step, event: JudgedEvent, instead: HeardType | null): Promise<string | null> {
    const { tx, project, said } = step;
    const before =
      event.added_event_id === null ? null : await this.feedback.find(tx, project.id, event.added_event_id);
    if (before && before.event_type !== instead && holds(before)) await this.say(step, before, plainly(false));
    if (instead === null) return null;
    const other = await this.feedback.byKey(tx, project.id, keyOfType(event, instead));
    if (!other) return this.log.replace(tx, project.id, replacementFor(event, instead, said.words));
    // What a detector has heard as well stays its own.
    if (holds(other)) return other.id === before?.id ? other.id : null;
    await this.say(step, other, plainly(true));
    return other.id;
  }

  private async say({ tx, user, said, corrections }: Step, event: JudgedEvent, verdict: Kept): Promise<void> {
    const { text_hash, language } = said;
    const revision = await this.feedback.put(tx, event, { ...verdict, text_hash, language }, user.username);
    if (holds(event) !== verdict.right) corrections.push({ ...namesOf(event), holds: verdict.right, revision });
  }

  /** Logs what is taken back and what counts again, and has the signals follow, where any of it has changed. */
  private async conclude({ tx, project, user, corrections }: Step, event: JudgedEvent, added: string | null) {
    await this.log.correct(tx, project.id, corrections);
    if (corrections.length === 0 && added === event.added_event_id) return;
    const run = { project_id: project.id, job_type: SIGNALS_REFRESH, triggered_by: user.username, payload: {} };
    await this.starter.followUp(tx, [{ ...run, request_id: requestContext().requestId }]);
  }

  private async judged(tx: Tx, { id: projectId }: ActiveProject, id: string): Promise<FeedbackResult> {
    const event = await this.feedback.find(tx, projectId, id);
    if (!event) throw new AppError('not_found', `There is no event ${id} in the project`);
    const added =
      event.instead === null ? null : await this.feedback.byKey(tx, projectId, keyOfType(event, event.instead));
    return { event, added };
  }
}

/** @throws AppError `validation_failed` */
function verdictOn(event: JudgedEvent, { right, instead }: { right: boolean; instead: string | null }): Verdict {
  const objection = objectionTo({ right, instead }, alternativesTo(event.event_type, event.actor));
  if (objection) throw validationFailed([objection]);
  return { right, instead: instead as HeardType | null };
}

const isSame = (event: JudgedEvent, { right, instead }: Verdict, textHash: string | null): boolean =>
  event.is_right === right && event.instead === instead && event.text_hash === textHash;

const namesOf = ({ id, event_type }: JudgedEvent) => ({ event_id: id, event_type });

/** What is said of an event by what is said of another one in the same words. */
const plainly = (right: boolean): Kept => ({ right, instead: null, added_event_id: null });
