import { describe, expect, it } from '@jest/globals';
import type { DetectorQuality } from '../../client/published.js';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { qualityRows } from './rows.js';

type Detector = DetectorQuality['detectors'][number];

const detector = (over: Partial<Detector> = {}): Detector => ({
  event_type: 'need_detected',
  judged: 20,
  right: 16,
  wrong: 4,
  precision: { value: 0.8, low: 0.584, high: 0.919 },
  languages: [],
  ...over,
});
const rowsOf = (one: Detector, language: 'en' | 'ru' = 'en') =>
  qualityRows(
    { account_scope_id: 'a', name: 'Acme', detectors: [one] },
    10,
    TEXTS[language],
    new Format(language, 'UTC'),
  ).map(({ name, part, judged, right, precision }) => [part ? `- ${name}` : name, judged, right, precision]);

describe('how good a detector is', () => {
  it('is told with the bounds of its share', () => {
    expect(rowsOf(detector())).toEqual([['Client has a new need', '20', '16', '80% (58% to 92%)']]);
    expect(rowsOf(detector(), 'ru')).toEqual([
      ['У клиента новая потребность', '20', '16', expect.stringMatching(/^80\s%\s\(от 58\s%\sдо 92\s%\)$/)],
    ]);
  });

  it('is no share of a few', () => {
    expect(rowsOf(detector({ judged: 3, right: 1, precision: null }))).toEqual([
      ['Client has a new need', '3', '1', 'after 10 judged'],
    ]);
  });

  it('is told by language where there are several', () => {
    const { languages: _none, event_type: _type, ...figures } = detector();
    const few = { ...figures, judged: 2, right: 2, wrong: 0, precision: null };
    const one = { language: 'en', ...figures } as const;
    expect(rowsOf(detector({ languages: [one] }))).toHaveLength(1);
    expect(rowsOf(detector({ languages: [one, { language: null, ...few }] })).map(([name]) => name)).toEqual([
      'Client has a new need',
      '- in English',
      '- in other languages',
    ]);
  });
});
