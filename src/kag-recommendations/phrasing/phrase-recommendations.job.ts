import { Injectable } from '@nestjs/common';
import { counted } from '../../common/counted.js';
import { rowKey } from '../../common/source-row.js';
import { Clock } from '../../common/clock.js';
import { stableHash } from '../../common/stable-hash.js';
import { Config } from '../../config/index.js';
import { EvidenceRepository } from '../../connectors/index.js';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../../jobs/index.js';
import { skippedResult } from '../../common/feature-flags.js';
import { ProjectLocales } from '../../projects/index.js';
import { objection } from '../domain/phrasing/objection.js';
import { QUESTION_VERSION, questionOf, type Question } from '../domain/phrasing/question.js';
import { originalHash } from '../domain/phrasing/worded.js';
import type { Wording } from '../domain/phrasing/wording.js';
import { render } from '../domain/texts/render.js';
import { OpenaiPhraser } from './openai.phraser.js';
import { PhrasingsRepository, type Unphrased } from './phrasings.repository.js';
import type { Phraser } from './phraser.js';

export const PHRASE_RECOMMENDATIONS = 'kag_recommendations_phrasing';
/** Pieces of evidence of a recommendation that are looked at for words. */
const MAX_REFS = 8;
const kept = counted('en', { one: 'recommendation keeps', many: 'recommendations keep' });

/**
 * Has a model word a project's most urgent recommendations, after the rules have stored theirs: those are what is shown
 * until, and where, the model's words hold. It runs by itself, so that nothing waits for a slow provider.
 */
@Injectable()
export class PhraseRecommendationsJob implements JobDefinition {
  readonly type = PHRASE_RECOMMENDATIONS;
  readonly title = 'Word the most urgent recommendations anew';
  readonly cadenceSeconds = null;
  readonly timeoutSeconds = 600;
  readonly reads = ['projects', 'records', 'recommendations'] as const;
  readonly writes = ['recommendations'] as const;
  readonly feature = 'recommendations';
  readonly switchedOnBy = 'RECOMMENDATIONS_PHRASING';
  private readonly phraser: Phraser | null;

  constructor(
    jobs: JobRegistry,
    private readonly phrasings: PhrasingsRepository,
    private readonly evidence: EvidenceRepository,
    private readonly locales: ProjectLocales,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.phraser = phraserOf(config, clock);
    jobs.register(this);
  }

  async run(context: JobContext): Promise<JobResult> {
    const skipped = skippedResult(this.config, this.feature);
    if (skipped) return { ...skipped };
    if (!this.phraser) return { skipped: 'feature_disabled', flag: this.switchedOnBy };
    const { RECOMMENDATIONS_PHRASING_TOP_N: most } = this.config;
    const rows = await this.phrasings.maxUrgent(context.projectId, most);
    const questions = await this.questions(context.projectId, rows);
    let phrased = 0;
    let unchanged = 0;
    const rejected: { category: string; reason: string }[] = [];
    for (const [done, { row, question }] of questions.entries()) {
      context.progress({ done, total: questions.length, unit: 'recommendations' });
      const input_hash = stableHash([QUESTION_VERSION, this.phraser.model, question]);
      if (row.phrasing?.input_hash === input_hash) {
        unchanged++;
        continue;
      }
      const outcome = await this.phraser.phrase(question, context.signal);
      context.signal.throwIfAborted();
      if ('kind' in outcome && outcome.kind !== 'rejected') {
        // The cause of its silence holds for the next question too.
        context.warn(`recommendations keep the rules’ words: ${outcome.reason}`, { kind: outcome.kind, rejected });
        return { phrased, unchanged, rejected: rejected.length, failed: outcome.reason };
      }
      const { wording, reason } = this.judge(question, outcome);
      if (wording) phrased++;
      else rejected.push({ category: row.category, reason });
      const phrased_at = this.clock.now().toISOString();
      const told_hash = originalHash(question.recommendation);
      await this.phrasings.keep(row, { input_hash, told_hash, model: this.phraser.model, phrased_at, wording });
    }
    if (rejected.length > 0)
      context.warn(`${kept(rejected.length)} the rules’ words: the model’s are of no use`, { rejected });
    return { phrased, unchanged, rejected: rejected.length };
  }

  private async questions(projectId: string, rows: readonly Unphrased[]) {
    const refs = rows.flatMap(({ evidence_refs }) => evidence_refs.slice(0, MAX_REFS));
    const opened = await this.evidence.open(projectId, refs);
    return rows.map((row) => {
      const own = new Set(row.evidence_refs.slice(0, MAX_REFS).map(rowKey));
      const words = opened.filter((each) => own.has(rowKey(each)));
      const locale = this.locales.orUsual(row.project_locale);
      return { row, question: questionOf({ category: row.category, ...render(row, locale) }, words, locale) };
    });
  }

  /** The model's words if they will do, else why not. */
  private judge(
    { recommendation: original, evidence, locale }: Question,
    outcome: { wording: Wording } | { reason: string },
  ): { wording: Wording; reason: '' } | { wording: null; reason: string } {
    if ('reason' in outcome) return { wording: null, reason: outcome.reason };
    const basis = { original, evidence: evidence.map(({ text }) => text), locale };
    const reason = objection(outcome.wording, basis);
    return reason === null ? { wording: outcome.wording, reason: '' } : { wording: null, reason };
  }
}

function phraserOf(config: Config, clock: Clock): Phraser | null {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_TIMEOUT_MS: timeoutMs } = config;
  if (config.RECOMMENDATIONS_PHRASING === 'off' || apiKey === null) return null;
  return new OpenaiPhraser(config.RECOMMENDATIONS_PHRASING_MODEL, { apiKey, baseUrl, timeoutMs }, clock);
}

/** Wants the phrasing of what a refresh has written, where that is turned on and there is anything. */
export function followWithPhrasing(
  config: Config,
  context: JobContext,
  refreshed: { created: number; updated: number } | undefined,
): void {
  const written = (refreshed?.created ?? 0) + (refreshed?.updated ?? 0);
  if (config.RECOMMENDATIONS_PHRASING !== 'off' && written > 0) context.followUp(PHRASE_RECOMMENDATIONS);
}
