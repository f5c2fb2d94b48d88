import { similarityHint } from './similarity-hint.js';

const none = { window_end: null, snapshots: 0, others: 0 };

describe('similarityHint', () => {
  it.each([
    [
      'nothing is there',
      none,
      'Run POST /kag/snapshots/refresh, then POST /kag/similarity/rebuild {"window_days": 14}',
    ],
    ['snapshots are there', { ...none, snapshots: 3 }, 'no signature: the project has snapshots'],
    ['the step after them', { ...none, snapshots: 3 }, 'Run POST /kag/similarity/rebuild {"window_days": 14}'],
    [
      'a signature that outlived its snapshots',
      { ...none, window_end: '2026-01-01', others: 1 },
      'no signature of others',
    ],
    ['nobody to compare with', { ...none, window_end: '2026-03-01', snapshots: 3 }, 'no other project'],
    ['one other without', { window_end: '2026-03-01', snapshots: 3, others: 1 }, 'the only other project of the'],
    ['others without', { window_end: '2026-03-01', snapshots: 3, others: 4 }, 'none of the 4 other projects'],
  ])('names the step: %s', (_, status, hint) => expect(similarityHint(status, 14, true)).toContain(hint));

  it('says that the flag is off, where that is in the way', () => {
    expect(similarityHint(none, 7, false)).toContain('KAG_ENABLED is false');
    expect(similarityHint(none, 7, true)).not.toContain('KAG_ENABLED');
  });
});
