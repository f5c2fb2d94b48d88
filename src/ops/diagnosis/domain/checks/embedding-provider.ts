import { check } from '../check.js';
import type { RemedyStep } from '../diagnosis.js';
import { request, setVariables } from '../remedy.js';
import { quoted, secondsSince, type DiagnosisWords } from '../wording.js';

const REFUSED = 'provider_not_configured';

export const embeddingProvider = check({
  id: 'embedding_provider',
  section: 'search_empty',
  title: { en: 'The embeddings provider answers', ru: 'Поставщик эмбеддингов отвечает' },
  trouble: { en: 'The embeddings provider fails', ru: 'Поставщик эмбеддингов не справляется' },
  needs: ['search', 'schedule'],
  look({ search, schedule, now, words }) {
    const { say } = words;
    const expected = say(
      'The last run met no failure of the provider.',
      'В последнем запуске сбоев поставщика не было.',
    );
    const last = schedule.find(({ job_type }) => job_type === 'embeddings_run')?.last ?? null;
    const again = request('POST', '/jobs/embeddings/run', afterWait(search.next_attempt_at, now, words));
    const fail = (text: string, remedy: RemedyStep[]) => ({
      status: 'fail' as const,
      observed: quoted(text),
      expected,
      remedy,
    });
    if (last?.error_code === REFUSED && last.status === 'failed')
      return fail(last.error_message ?? say('The provider refused the key.', 'Поставщик не принял ключ.'), [
        setVariables(
          words,
          { OPENAI_API_KEY: '<OpenAI key>' },
          say(
            'Or correct what the text names: the model, the dimension, or the quota of the account.',
            'Или исправьте то, что названо в тексте: модель, размерность или квоту аккаунта.',
          ),
        ),
        again,
      ]);
    if (last?.status === 'failed')
      return fail(last.error_message ?? say('The last run failed.', 'Последний запуск не удался.'), [again]);
    if (last?.status === 'succeeded' && last.reason !== null) return fail(last.reason, [again]);
    if (search.pending + search.processing > 0 && search.waiting_error !== null)
      return fail(search.waiting_error, [again]);
    if (last === null)
      return { status: 'ok', observed: say('No embeddings run yet.', 'Запусков ещё не было.'), expected };
    return { status: 'ok', observed: say('No failure.', 'Сбоев нет.'), expected };
  },
});

function afterWait(next: Date | null, now: Date, { say, lasting }: DiagnosisWords): string {
  const seconds = next === null ? 0 : -secondsSince(next, now);
  const wait =
    seconds > 0
      ? say(
          ` Chunks that failed are taken again in ${lasting(seconds)} at the earliest.`,
          ` Фрагменты, с которыми не вышло, возьмут снова не раньше чем через ${lasting(seconds)}.`,
        )
      : '';
  return say(
    `Once the provider answers again: embeds what waits.${wait}`,
    `Когда поставщик снова отвечает: считает то, что ждёт.${wait}`,
  );
}
