import { describe, expect, it } from '@jest/globals';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { logLines, type LogEvent } from './log.js';

const at = (second: number) => `2026-02-03T10:00:0${second}.000Z`;
const event = (id: number, event_type: string, payload_json: LogEvent['payload_json']): LogEvent => ({
  id: String(id),
  event_type,
  occurred_at: at(id),
  payload_json: { process: 'linear_sync', ...payload_json },
});

describe('the log of a run', () => {
  const events = [
    event(4, 'process_finished', { duration_ms: 3000, counters: { fetched: 3 } }),
    event(3, 'process_warning', { warning: 'Three records were left out', details: { left: 3 } }),
    event(2, 'process_failed', { process: 'kag_daily_pipeline_signals', error: { code: 'x', message: 'It broke' } }),
    event(1, 'process_started', {}),
  ];

  it('begins with its beginning, and tells what was met on the way', () => {
    expect(logLines('linear_sync', events, TEXTS.en, new Format('en', 'UTC'))).toMatchObject([
      { id: '1', tone: 'open', text: 'An attempt began', of: null, said: null, details: null },
      { id: '2', tone: 'bad', text: 'Failed', of: 'kag_daily_pipeline_signals', said: 'It broke' },
      { id: '3', tone: 'warning', said: 'Three records were left out', details: '{\n  "left": 3\n}' },
      { id: '4', tone: 'good', text: 'Ended well after 3 sec', details: '{\n  "fetched": 3\n}' },
    ]);
  });

  it('is told in Russian', () =>
    expect(logLines('linear_sync', events, TEXTS.ru, new Format('ru', 'UTC')).map(({ text }) => text)).toEqual([
      'Попытка началась',
      'Сбой',
      'Предупреждение',
      'Завершено успешно за 3 с',
    ]));
});
