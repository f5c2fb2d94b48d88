import { check } from '../check.js';

export const lastPayload = check({
  id: 'last_payload',
  section: 'connector_sync',
  title: 'What the last unreadable answer held',
  needs: ['connectors'],
  look({ connectors }) {
    const expected = 'Nothing is kept: every answer could be read.';
    const kept = connectors.filter(({ last_payload }) => last_payload !== null);
    if (kept.length === 0) return { status: 'ok', observed: 'Nothing is kept.', expected };
    return {
      status: 'warn',
      observed: kept.map(({ connector, last_payload }) => `${connector}: ${last_payload}`).join(' '),
      expected,
    };
  },
});
