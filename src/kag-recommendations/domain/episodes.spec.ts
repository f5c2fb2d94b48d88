import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stepsOf, type OpenEpisode } from './episodes.js';
import { mayMove, STATUSES, type Status } from './lifecycle.js';
import { CATEGORIES, type Category } from './recommendation.js';

const NOW = new Date('2026-03-31T12:00:00.000Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const open = (gone: number | null, status: Status = 'new'): OpenEpisode => ({
  id: 'r1',
  category: 'winback',
  status,
  condition_gone_since: gone === null ? null : ago(gone),
});

describe('an episode', () => {
  const nothing = { begin: [], goOn: [], pause: [], end: [] };
  it.each<[name: string, holds: boolean, episode: OpenEpisode | null, expected: object]>([
    ['nothing holds, none is open', false, null, {}],
    ['begins', true, null, { begin: ['winback'] }],
    ['goes on', true, open(null), { goOn: [open(null)] }],
    ['pauses', false, open(null), { pause: [open(null)] }],
    ['stays paused: its day counts from the first time', false, open(HOUR), {}],
    ['is back in time', true, open(DAY - 1), { goOn: [open(DAY - 1)] }],
    ['is not over a moment before 24 h', false, open(DAY - 1), {}],
    ['is over at 24 h, untouched', false, open(DAY), { end: [{ episode: open(DAY), status: 'expired' }] }],
    [
      'is over though its condition is back, which begins another',
      true,
      open(DAY),
      { end: [{ episode: open(DAY), status: 'expired' }], begin: ['winback'] },
    ],
    ...(['acknowledged', 'done', 'dismissed'] as const).map((status): [string, boolean, OpenEpisode, object] => [
      `leaves ${status} as it is at its end`,
      false,
      open(DAY, status),
      { end: [{ episode: open(DAY, status), status }] },
    ]),
  ])('%s', (_name, holds, episode, expected) => {
    expect(stepsOf(holds ? ['winback'] : [], episode ? [episode] : [], NOW)).toEqual({ ...nothing, ...expected });
  });

  it('is one at most for each category, and is moved by nobody but people and its end, whatever happens', () => {
    const happening = fc.record({
      hours: fc.integer({ min: 0, max: 30 }),
      holding: fc.uniqueArray(fc.constantFrom(...CATEGORIES)),
      person: fc.option(fc.record({ category: fc.constantFrom(...CATEGORIES), to: fc.constantFrom(...STATUSES) })),
    });
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (story) => {
        let now = NOW.getTime();
        let made = 0;
        let episodes: OpenEpisode[] = [];
        for (const { hours, holding, person } of story) {
          now += hours * HOUR;
          const before = new Map(episodes.map((one) => [one.id, one]));
          const { begin, goOn, pause, end } = stepsOf(holding, episodes, new Date(now));
          const ended = new Set(end.map(({ episode }) => episode.id));
          for (const { episode, status } of end)
            expect(status).toBe(episode.status === 'new' ? 'expired' : episode.status);
          const since = (one: OpenEpisode) =>
            goOn.includes(one) ? null : pause.includes(one) ? new Date(now) : one.condition_gone_since;
          episodes = [
            ...episodes
              .filter((one) => !ended.has(one.id))
              .map((one) => ({ ...one, condition_gone_since: since(one) })),
            ...begin.map((category): OpenEpisode => ({
              id: `r${made++}`,
              category,
              status: 'new',
              condition_gone_since: null,
            })),
          ];
          expect(new Set(episodes.map(({ category }) => category)).size).toBe(episodes.length);
          const held = (category: Category) =>
            episodes.some((one) => one.category === category && one.condition_gone_since === null);
          expect(CATEGORIES.filter(held)).toEqual(CATEGORIES.filter((category) => holding.includes(category)));
          for (const { id, status } of episodes) expect(status).toBe(before.get(id)?.status ?? 'new');
          episodes = episodes.map((one) =>
            person?.category === one.category && mayMove(one.status, person.to) ? { ...one, status: person.to } : one,
          );
        }
      }),
    );
  });
});
