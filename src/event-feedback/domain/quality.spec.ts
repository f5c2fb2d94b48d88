import { expect, it } from '@jest/globals';
import { qualityOf } from './quality.js';

const count = (scope: string, event_type: string, language: string | null, judged: number, are_right: number) => ({
  account_scope_id: scope,
  account_scope_name: `Scope ${scope}`,
  event_type,
  language,
  judged,
  are_right,
});

it('adds up languages, and tells a precision only where enough was judged', () => {
  const quality = qualityOf([
    count('a', 'need_detected', 'en', 15, 12),
    count('a', 'need_detected', 'ru', 5, 4),
    count('b', 'invoice_paid', null, 1, 0),
  ]);
  expect(quality).toEqual([
    {
      account_scope_id: 'a',
      name: 'Scope a',
      detectors: [
        {
          event_type: 'need_detected',
          judged: 20,
          right: 16,
          wrong: 4,
          precision: { value: 0.8, low: 0.584, high: 0.919 },
          languages: [
            { language: 'en', judged: 15, right: 12, wrong: 3, precision: null },
            { language: 'ru', judged: 5, right: 4, wrong: 1, precision: null },
          ],
        },
      ],
    },
    {
      account_scope_id: 'b',
      name: 'Scope b',
      detectors: [
        {
          event_type: 'invoice_paid',
          judged: 1,
          right: 0,
          wrong: 1,
          precision: null,
          languages: [{ language: null, judged: 1, right: 0, wrong: 1, precision: null }],
        },
      ],
    },
  ]);
});
