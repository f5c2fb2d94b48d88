import { check } from '../check.js';
import { advice, request } from '../remedy.js';
import { counted, quoted } from '../wording.js';

export const embeddingsReady = check({
  id: 'embeddings_ready',
  section: 'search_empty',
  title: 'The texts are embedded',
  needs: ['search'],
  look({ search: { pending, processing, ready, failed, waiting_error, rejection } }) {
    const waiting = pending + processing;
    const expected = 'Every chunk is ready.';
    if (waiting + ready + failed === 0) return { status: 'skipped', observed: 'There is no chunk.', expected };
    const observed = `${counted(ready, 'chunk')} ready, ${waiting} waiting, ${failed} rejected.`;
    if (waiting + failed === 0) return { status: 'ok', observed, expected };
    const error = waiting_error ?? rejection;
    const why = error === null ? observed : `${observed} ${quoted(error)}`;
    const remedy = [
      ...(waiting > 0 ? [request('POST', '/jobs/embeddings/run', 'Embeds what waits.')] : []),
      ...(failed > 0
        ? [
            advice(
              'The provider rejected texts for good; they are found by their words, or by another EMBEDDING_MODEL.',
            ),
          ]
        : []),
    ];
    return { status: ready === 0 ? 'fail' : 'warn', observed: why, expected, remedy };
  },
});
