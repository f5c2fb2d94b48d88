import { check } from '../check.js';
import { request } from '../remedy.js';
import { secondsSince } from '../wording.js';

export const connectorBackoff = check({
  id: 'connector_backoff',
  section: 'connector_sync',
  title: { en: 'No connector waits to be tried again', ru: 'Ни один коннектор не ждёт повторной попытки' },
  trouble: { en: 'A connector waits to be tried again', ru: 'Коннектор ждёт повторной попытки' },
  needs: ['connectors'],
  look({ connectors, now, words }) {
    const { say, lasting } = words;
    const expected = say('None waits.', 'Никто не ждёт.');
    const waiting = connectors.flatMap(({ connector, errors }) =>
      errors
        .filter(
          ({ operation, source_ref, status, next_retry_at }) =>
            // A single list holds up no sync.
            operation === 'sync' &&
            source_ref === '' &&
            status !== 'dead_letter' &&
            next_retry_at !== null &&
            next_retry_at > now,
        )
        .map((error) => ({ connector, error })),
    );
    if (waiting.length === 0) return { status: 'ok', observed: say('None waits.', 'Никто не ждёт.'), expected };
    return {
      status: 'warn',
      observed: waiting
        .map(({ connector, error }) =>
          say(
            `${connector} failed ${error.attempt} times in a row (${error.error_kind}) and is tried again in ${lasting(error.next_retry_at ? -secondsSince(error.next_retry_at, now) : 0)}.`,
            `${connector}: сбоев подряд — ${error.attempt} (${error.error_kind}), следующая попытка через ${lasting(error.next_retry_at ? -secondsSince(error.next_retry_at, now) : 0)}.`,
          ),
        )
        .join(' '),
      expected,
      remedy: [...new Set(waiting.map(({ connector }) => connector))].map((connector) =>
        request(
          'POST',
          `/connectors/${connector}/sync`,
          say('A sync that a person asks for does not wait.', 'Синхронизация, о которой просит человек, не ждёт.'),
        ),
      ),
    };
  },
});
