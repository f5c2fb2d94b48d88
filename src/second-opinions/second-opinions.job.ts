import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { counted } from '../common/counted.js';
import { dayOf } from '../common/day.js';
import { sha256 } from '../common/stable-hash.js';
import { DAY_MS } from '../common/time-units.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import {
  DETECTORS_VERSION,
  EventLog,
  type HeardType,
  likeliestAgreement,
  ownWords,
  type Replacement,
  sureOf,
  unsureOf,
} from '../kag-events/index.js';
import { SIGNALS_REFRESH } from '../kag-signals/index.js';
import { QUESTION_VERSION, type Doubt } from './question.js';
import { OpenaiListener } from './openai.listener.js';
import { SecondOpinionsRepository, type Opinion, type Unheard } from './second-opinions.repository.js';

export const SECOND_OPINIONS = 'kag_second_opinions';
/** What the model is asked about at once. */
const BATCH = 20;
/** Messages that are looked at before the next are read. */
const PAGE = 500;
/** What was said longer ago moves no signal any more. */
const LOOK_BACK_MS = 14 * DAY_MS;
const CADENCE_SECONDS = 3_600;
/** In whose name the detectors give back what they are sure of: they are a model too, and not a person. */
const BY_DETECTORS = `model:${DETECTORS_VERSION}`;
const kept = counted('en', { one: 'message keeps', many: 'messages keep' });

interface Doubted extends Doubt {
  message: Unheard;
  hash: string;
  /** What the detectors hear without any doubt. */
  sure: readonly HeardType[];
}

/** What the answers have changed. */
interface Done {
  looked_at: number;
  added: number;
  taken_back: number;
  given_back: number;
}

const inBatches = (doubted: readonly Doubted[]): Doubted[][] =>
  Array.from({ length: Math.ceil(doubted.length / BATCH) }, (_, at) => doubted.slice(at * BATCH, (at + 1) * BATCH));

/**
 * Has a model say of messages what the detectors are unsure of, after those have stored what they hear. What the model
 * hears beside them is added to the log, and what they heard and it does not is taken back, as people do it. It comes
 * back where a newer model hears it, or newer detectors are sure of it; people's own word stays. Each answer is kept by
 * the text's hash, and a day's questions are counted.
 */
@Injectable()
export class SecondOpinionsJob implements JobDefinition {
  readonly type = SECOND_OPINIONS;
  readonly title = 'Ask a model about messages that the detectors are unsure of';
  readonly cadenceSeconds = CADENCE_SECONDS;
  readonly timeoutSeconds = 900;
  readonly reads = ['records', 'events'] as const;
  readonly writes = ['events'] as const;
  readonly switchedOnBy = 'DETECTORS';
  readonly followUps = [SIGNALS_REFRESH];
  private readonly listener: OpenaiListener | null;

  constructor(
    jobs: JobRegistry,
    private readonly opinions: SecondOpinionsRepository,
    private readonly log: EventLog,
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const { DETECTORS, DETECTORS_MODEL, OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = config;
    const access = apiKey === null ? null : { apiKey, baseUrl, timeoutMs: config.OPENAI_TIMEOUT_MS };
    this.listener = DETECTORS === 'openai' && access ? new OpenaiListener(DETECTORS_MODEL, access, clock) : null;
    jobs.register(this);
  }

  async run(context: JobContext): Promise<JobResult> {
    if (!this.listener) return { skipped: 'feature_disabled', flag: this.switchedOnBy };
    const version = [DETECTORS_VERSION, this.listener.model, QUESTION_VERSION].join(' ');
    const since = new Date(this.clock.now().getTime() - LOOK_BACK_MS);
    const done = { looked_at: 0, asked: 0, known: 0, rejected: 0, added: 0, taken_back: 0, given_back: 0 };
    let left = await this.budget(context.projectId);
    for (;;) {
      const page = await this.opinions.unheard(context.projectId, version, since, PAGE);
      if (page.length === 0) return done;
      const doubted = page.map(doubtOf);
      const sure = doubted.filter(({ asked }) => asked.length === 0);
      await this.conclude(
        context,
        version,
        sure,
        sure.map(() => []),
        null,
        done,
      );
      const unsure = doubted.filter(({ asked }) => asked.length > 0);
      const known = await this.opinions.known(
        context.projectId,
        version,
        unsure.map(({ hash }) => hash),
      );
      const again = unsure.filter(({ hash }) => known.has(hash));
      await this.conclude(
        context,
        version,
        again,
        again.map(({ hash }) => known.get(hash) ?? []),
        null,
        done,
      );
      done.known += again.length;
      const fresh = unsure.filter(({ hash }) => !known.has(hash));
      const batches = inBatches(fresh);
      let waiting = fresh.length;
      for (let next = batches.shift(); next; next = batches.shift()) {
        const batch = next.slice(0, left);
        if (batch.length === 0) return { ...done, waiting, budget: 'spent' };
        if (batch.length < next.length) batches.unshift(next.slice(batch.length));
        context.progress({ done: done.looked_at, total: done.looked_at + waiting, unit: 'messages' });
        const heard = await this.listener.listen(batch, context.signal);
        context.signal.throwIfAborted();
        if (!('says' in heard) && heard.kind !== 'rejected') {
          context.warn(`messages keep what the detectors heard: ${heard.reason}`, { kind: heard.kind });
          return { ...done, waiting, failed: heard.reason };
        }
        if (!('says' in heard) && batch.length > 1) {
          // One of them may spoil the answer for the others.
          const middle = Math.ceil(batch.length / 2);
          batches.unshift(batch.slice(0, middle), batch.slice(middle));
          continue;
        }
        if ('says' in heard) {
          await this.conclude(context, version, batch, heard.says, this.listener.model, done);
        } else {
          // Asked again, they would be refused again.
          context.warn(`${kept(batch.length)} what the detectors heard: ${heard.reason}`);
          await this.opinions.keep(this.database, context.projectId, version, batch.map(this.refused));
          done.rejected += batch.length;
          done.looked_at += batch.length;
        }
        done.asked += batch.length;
        left -= batch.length;
        waiting -= batch.length;
      }
    }
  }

  /** How many texts the project may ask about today (UTC). */
  private async budget(projectId: string): Promise<number> {
    const today = new Date(`${dayOf(this.clock.now())}T00:00:00Z`);
    return Math.max(0, this.config.DETECTORS_TEXTS_PER_DAY - (await this.opinions.askedSince(projectId, today)));
  }

  /** Without a hash, so that the next message of the same words is asked about. */
  private readonly refused = ({ message }: Doubted): Opinion => ({
    event_id: message.event_id,
    text_hash: null,
    asked: [],
    says: [],
    model: this.listener?.model ?? null,
  });

  /**
   * Puts into the log what a model says of messages, with its answers, in one transaction. What was taken back in the
   * name of a model counts again where this one says it, or where the detectors are sure of it by now.
   */
  private async conclude(
    context: JobContext,
    version: string,
    doubted: readonly Doubted[],
    says: readonly HeardType[][],
    model: string | null,
    done: Done,
  ): Promise<void> {
    if (doubted.length === 0) return;
    const { projectId } = context;
    const by = `model:${this.listener?.model ?? ''}`;
    const answered = doubted.map((one, at) => ({ ...one, says: says[at] ?? [] }));
    const changes = await this.database.transaction(async (tx) => {
      await this.log.lockVerdicts(tx, projectId);
      const keys = answered.flatMap(({ asked, sure, message }) =>
        [...asked, ...sure].map((type) => keyOf(type, message)),
      );
      const given = await this.opinions.given(tx, projectId, keys);
      const missing = answered.flatMap((one) =>
        one.says.filter((type) => !given.has(keyOf(type, one.message))).map((type) => additionOf(type, one, by)),
      );
      const idsOf = (types: readonly HeardType[], message: Unheard): string[] =>
        types.flatMap((type) => given.get(keyOf(type, message))?.id ?? []);
      const wrong = answered.flatMap(({ asked, says: said, message }) =>
        idsOf(
          asked.filter((type) => !said.includes(type)),
          message,
        ),
      );
      const right = answered.flatMap((one) => idsOf(one.says, one.message));
      const sure = answered.flatMap((one) => idsOf(one.sure, one.message));
      const takenBack = await this.opinions.takeBack(tx, projectId, wrong, by);
      const givenBack = [
        ...(await this.opinions.giveBack(tx, projectId, right, by)),
        ...(await this.opinions.giveBack(tx, projectId, sure, BY_DETECTORS)),
      ];
      await this.log.correct(tx, projectId, [...takenBack, ...givenBack]);
      await this.log.addBeside(tx, projectId, missing);
      const kept = answered.map(({ message, hash, asked, says: said }) => ({
        // A message that was not asked about has no answer to reuse for the same words.
        ...{ event_id: message.event_id, text_hash: asked.length === 0 ? null : hash, asked, says: said, model },
      }));
      await this.opinions.keep(tx, projectId, version, kept);
      return { added: missing.length, taken_back: takenBack.length, given_back: givenBack.length };
    });
    done.looked_at += doubted.length;
    done.added += changes.added;
    done.taken_back += changes.taken_back;
    done.given_back += changes.given_back;
    if (changes.added + changes.taken_back + changes.given_back > 0) context.followUp(SIGNALS_REFRESH);
  }
}

function doubtOf(message: Unheard): Doubted {
  const text = ownWords(message.text);
  // The same words of the other side are another question.
  const hash = sha256(`${message.actor} ${text}`);
  const [asked, sure] = [unsureOf(message.text, message.actor), sureOf(message.text, message.actor)];
  return { message, text, hash, side: message.actor, asked, sure };
}

const keyOf = (type: HeardType, { source_ref }: Unheard): string => `${type}:${source_ref}`;

/** The event that a model hears in a message. An agreement has the due date that the words name. */
function additionOf(type: HeardType, { message }: Doubted, by: string): Replacement {
  const { event_id, conversation_id, source_ref } = message;
  const agreement = type === 'agreement_created' ? likeliestAgreement(message.text, message.occurred_at) : null;
  const more =
    type === 'agreement_created'
      ? {
          agreement_id: `agreement:${source_ref}`,
          due_at: agreement?.due_at?.toISOString() ?? null,
          what: agreement?.what ?? '',
        }
      : {};
  return {
    event_id,
    event_type: type,
    payload: { ...more, conversation_id, heard_by: by },
    dedupe_key: keyOf(type, message),
  };
}
