import { check } from '../check.js';
import { advice, request } from '../remedy.js';
import { quoted } from '../wording.js';

export const embeddingsReady = check({
  id: 'embeddings_ready',
  section: 'search_empty',
  title: { en: 'The texts are embedded', ru: 'У текстов есть эмбеддинги' },
  trouble: { en: 'Some texts are not embedded', ru: 'Не у всех текстов есть эмбеддинги' },
  needs: ['search'],
  look({ search: { pending, processing, ready, failed, waiting_error, rejection }, words }) {
    const { say, counted } = words;
    const waiting = pending + processing;
    const expected = say('Every chunk is ready.', 'Готов каждый фрагмент.');
    if (waiting + ready + failed === 0)
      return { status: 'skipped', observed: say('There is no chunk.', 'Фрагментов нет.'), expected };
    const observed = say(
      `${counted(ready, 'chunk')} ready, ${waiting} waiting, ${failed} rejected.`,
      `Готово: ${counted(ready, 'chunk')}, ждут: ${waiting}, отклонено: ${failed}.`,
    );
    if (waiting + failed === 0) return { status: 'ok', observed, expected };
    const error = waiting_error ?? rejection;
    const why = error === null ? observed : `${observed} ${quoted(error)}`;
    const remedy = [
      ...(waiting > 0
        ? [request('POST', '/jobs/embeddings/run', say('Embeds what waits.', 'Считает то, что ждёт.'))]
        : []),
      ...(failed > 0
        ? [
            advice(
              say(
                'The provider rejected texts for good; search finds them by their words; another EMBEDDING_MODEL ' +
                  'may take them.',
                'Часть текстов поставщик отклонил окончательно; их находят по словам или с другой EMBEDDING_MODEL.',
              ),
            ),
          ]
        : []),
    ];
    return { status: ready === 0 ? 'fail' : 'warn', observed: why, expected, remedy };
  },
});
