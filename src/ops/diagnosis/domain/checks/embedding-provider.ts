import { check } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import { request, setVariables } from '../remedy.js';
import { lasting, quoted, secondsSince } from '../wording.js';

const REFUSED = 'provider_not_configured';

export const embeddingProvider = check({
  id: 'embedding_provider',
  section: 'search_empty',
  title: 'The embeddings provider answers',
  needs: ['search', 'schedule'],
  look({ search, schedule, now }) {
    const expected = 'The last run met no failure of the provider.';
    const last = schedule.find(({ job_type }) => job_type === 'embeddings_run')?.last ?? null;
    const again = request('POST', '/jobs/embeddings/run', afterWait(search.next_attempt_at, now));
    const fail = (text: string, remedy: RemedyStep[]) => ({
      status: 'fail' as const,
      observed: quoted(text),
      expected,
      remedy,
    });
    if (last?.error_code === REFUSED && last.status === 'failed')
      return fail(last.error_message ?? 'The provider refused the key.', [
        setVariables(
          { OPENAI_API_KEY: '<OpenAI key>' },
          'Or correct what the text names: the model, the dimension, or the quota of the account.',
        ),
        again,
      ]);
    if (last?.status === 'failed') return fail(last.error_message ?? 'The last run failed.', [again]);
    if (last?.status === 'succeeded' && last.reason !== null) return fail(last.reason, [again]);
    if (search.pending + search.processing > 0 && search.waiting_error !== null)
      return fail(search.waiting_error, [again]);
    if (last === null) return { status: 'ok', observed: 'No embeddings run yet.', expected };
    return { status: 'ok', observed: 'No failure.', expected };
  },
});

function afterWait(next: Date | null, now: Date): string {
  const seconds = next === null ? 0 : -secondsSince(next, now);
  const wait = seconds > 0 ? ` Chunks that failed are taken again in ${lasting(seconds)} at the earliest.` : '';
  return `Once the provider answers again: embeds what waits.${wait}`;
}
