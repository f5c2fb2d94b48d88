import { check } from '../check.js';

export const lastPayload = check({
  id: 'last_payload',
  section: 'connector_sync',
  title: { en: 'Every answer could be read', ru: 'Нечитаемых ответов нет' },
  trouble: { en: 'An answer could not be read', ru: 'Ответ сервиса не удалось прочитать' },
  needs: ['connectors'],
  look({ connectors, words }) {
    const { say } = words;
    const expected = say(
      'Nothing is kept: every answer could be read.',
      'Ничего не хранится: все ответы удалось прочитать.',
    );
    const kept = connectors.filter(({ last_payload }) => last_payload !== null);
    if (kept.length === 0) return { status: 'ok', observed: say('Nothing is kept.', 'Ничего.'), expected };
    return {
      status: 'warn',
      observed: kept.map(({ connector, last_payload }) => `${connector}: ${last_payload}`).join(' '),
      expected,
    };
  },
});
