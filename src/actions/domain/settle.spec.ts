import fc from 'fast-check';
import { afterFailure, LOOK_AFTER_SECONDS } from './settle.js';
import { mayCancel, mayRetry, maySend, STATUSES } from './status.js';

describe('what becomes of an action after a try that failed', () => {
  it.each([
    // answer lost before, lost now, refused for good, wait; becomes, may be there, waits
    [false, false, false, 30, 'queued', false, 30],
    [false, true, false, 30, 'queued', true, LOOK_AFTER_SECONDS],
    [false, true, false, 300, 'queued', true, 300],
    [true, false, false, 30, 'queued', true, LOOK_AFTER_SECONDS],
    [false, false, true, 30, 'failed', false, null],
    [false, false, false, null, 'failed', false, null],
    [true, false, true, 30, 'unsure', true, null],
    [false, true, false, null, 'unsure', true, null],
    [true, true, false, null, 'unsure', true, null],
  ])('lost before %s, lost now %s, final %s, wait %s: %s', (before, lost, final, wait, status, unanswered, waits) => {
    expect(afterFailure(before, { lost, final }, wait)).toEqual({ status, unanswered, waitSeconds: waits });
  });

  it('never says failed of what may be at the vendor, and never forgets that it may be', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.integer({ min: 0, max: 21_600 }), { nil: null }),
        (before, lost, final, wait) => {
          const settled = afterFailure(before, { lost, final }, wait);
          expect(settled.unanswered).toBe(before || lost);
          expect(settled.status === 'failed' && settled.unanswered).toBe(false);
          expect(settled.status === 'queued').toBe(settled.waitSeconds !== null);
          if (settled.status === 'queued' && settled.unanswered)
            expect(settled.waitSeconds).toBeGreaterThanOrEqual(LOOK_AFTER_SECONDS);
        },
      ),
    );
  });
});

describe('what people may do with an action', () => {
  it('is nothing while it is sent or after it is done', () => {
    const may = STATUSES.flatMap((status) =>
      [false, true].map((unanswered) => [
        status,
        unanswered,
        mayCancel({ status, unanswered }),
        mayRetry({ status, unanswered }),
        maySend({ status, unanswered }),
      ]),
    );
    expect(may.filter(([, , ...steps]) => steps.includes(true))).toEqual([
      ['draft', false, true, false, true],
      ['draft', true, true, false, true],
      ['queued', false, true, false, false],
      ['failed', false, false, true, false],
      ['failed', true, false, true, false],
      ['unsure', false, false, true, false],
      ['unsure', true, false, true, false],
    ]);
  });
});
