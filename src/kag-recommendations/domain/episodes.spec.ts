import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assessed } from './causes/assess.js';
import { CAUSE_LIST } from './causes/catalogue.js';
import { type Lives, type Moment, stepsOf, type OpenEpisode } from './episodes.js';
import { isPutAway, mayMove, STATUSES, type Status } from './lifecycle.js';
import { CATEGORIES, type Category, RULES } from './recommendation.js';
import type { PastEpisode } from './restraint.js';

const NOW = new Date('2026-03-31T12:00:00.000Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const at = (now: Date): Moment => ({
  now,
  today: now.toISOString().slice(0, 10),
  // People work all the time, so that days are days.
  workingDaysSince: (time) => (now.getTime() - time.getTime()) / DAY,
});
const open = (gone: number | null, status: Status = 'new', more: Partial<OpenEpisode> = {}): OpenEpisode => ({
  id: 'r1',
  category: 'winback',
  status,
  resolution: null,
  snoozed_until: null,
  settled_strength: isPutAway(status) ? 1 : null,
  condition_gone_since: gone === null ? null : ago(gone),
  ...more,
});
const holds = (category: Category, strength = 1): Assessed => {
  const cause = CAUSE_LIST.find((one) => one.category === category)?.key ?? 'deal_lost';
  return { category, strength, holding: [{ cause, strength, reason: 'condition' }], urgent: false };
};
const lives = (episodes: readonly OpenEpisode[], more: Partial<Lives> = {}): Lives => ({
  open: episodes,
  past: new Map(),
  raised: new Map(),
  ...more,
});

describe('an episode', () => {
  const nothing = { begin: [], goOn: [], pause: [], end: [] };
  const going = (episode: OpenEpisode, reopened: string | null = null, strength = 1) => ({
    goOn: [{ episode, assessed: holds('winback', strength), reopened }],
  });
  it.each<[name: string, strength: number, episode: OpenEpisode | null, expected: object]>([
    ['nothing holds, none is open', 0, null, {}],
    ['begins', 1, null, { begin: [holds('winback')] }],
    ['does not begin with what is only enough to stay', 0.7, null, {}],
    ['goes on', 1, open(null), going(open(null))],
    ['goes on with less than it began with', 0.7, open(null), going(open(null), null, 0.7)],
    ['pauses', 0, open(null), { pause: [open(null)] }],
    ['pauses below what it needs to stay', 0.5, open(null), { pause: [open(null)] }],
    ['stays paused: its days count from the first time', 0, open(DAY), {}],
    ['is back in time', 1, open(2 * DAY - 1), going(open(2 * DAY - 1))],
    ['is not over a moment before two working days', 0, open(2 * DAY - 1), {}],
    [
      'is over after two working days, untouched',
      0,
      open(2 * DAY),
      { end: [{ episode: open(2 * DAY), status: 'expired' }] },
    ],
    [
      'is over though its condition is back, which has to rest',
      1,
      open(2 * DAY),
      { end: [{ episode: open(2 * DAY), status: 'expired' }] },
    ],
    [
      'expires when it sleeps',
      0,
      open(2 * DAY, 'snoozed'),
      { end: [{ episode: open(2 * DAY, 'snoozed'), status: 'expired' }] },
    ],
    ...(['acknowledged', 'done', 'dismissed'] as const).map((status): [string, number, OpenEpisode, object] => [
      `leaves ${status} as it is at its end`,
      0,
      open(2 * DAY, status),
      { end: [{ episode: open(2 * DAY, status), status }] },
    ]),
  ])('%s', (_name, strength, episode, expected) => {
    const holding = strength >= 0.6 ? [holds('winback', strength)] : [];
    expect(stepsOf(holding, lives(episode ? [episode] : []), at(NOW))).toEqual({ ...nothing, ...expected });
  });

  it.each<[name: string, strength: number, episode: OpenEpisode, reopened: string | null]>([
    ['done, as it was', 1.4, open(null, 'done'), null],
    ['done, and worse', 1.5, open(null, 'done'), 'worse'],
    ['dismissed, and worse', 1.5, open(null, 'dismissed'), 'worse'],
    ['not relevant, and somewhat worse', 1.9, open(null, 'dismissed', { resolution: 'not_relevant' }), null],
    ['not relevant, and much worse', 2, open(null, 'dismissed', { resolution: 'not_relevant' }), 'worse'],
    ['sleeping until tomorrow', 1, open(null, 'snoozed', { snoozed_until: '2026-04-01' }), null],
    ['sleeping until today', 1, open(null, 'snoozed', { snoozed_until: '2026-03-31' }), 'snooze_over'],
    ['sleeping, and worse', 1.5, open(null, 'snoozed', { snoozed_until: '2026-04-30' }), 'worse'],
    ['seen, and worse: it is open already', 9, open(null, 'acknowledged'), null],
  ])('that is put away is opened again or not: %s', (_name, strength, episode, reopened) => {
    const { goOn } = stepsOf([holds('winback', strength)], lives([episode]), at(NOW));
    expect(goOn.map((one) => one.reopened)).toEqual([reopened]);
  });

  const past = (days: number, more: Partial<PastEpisode> = {}): PastEpisode => ({
    ended_at: ago(days * DAY),
    peak_strength: 1.2,
    settled_strength: null,
    resolution: null,
    ...more,
  });
  it.each<[name: string, strength: number, before: PastEpisode, begins: boolean]>([
    ['within its rest', 1.7, past(6.9), false],
    ['within its rest, but worse', 1.8, past(1), true],
    ['after its rest', 1, past(7), true],
    ['long after "not relevant"', 1.9, past(300, { resolution: 'not_relevant', settled_strength: 1 }), false],
    ['after "not relevant", much worse', 2, past(300, { resolution: 'not_relevant', settled_strength: 1 }), true],
  ])('begins again or not: %s', (_name, strength, before, begins) => {
    const history = lives([], { past: new Map([['winback', before]]) });
    expect(stepsOf([holds('winback', strength)], history, at(NOW)).begin).toHaveLength(begins ? 1 : 0);
  });

  it('needs more where false alarms have raised its category, to begin and to stay', () => {
    const raised = new Map<Category, number>([['winback', 1.25]]);
    const begun = (strength: number) => stepsOf([holds('winback', strength)], lives([], { raised }), at(NOW)).begin;
    expect([begun(1.2).length, begun(1.25).length]).toEqual([0, 1]);
    expect(stepsOf([holds('winback', 0.7)], lives([open(null)], { raised }), at(NOW)).pause).toHaveLength(1);
  });

  it('does not begin while what it yields to is open, unless that is put away', () => {
    const trouble = (status: Status) => open(null, status, { id: 'r2', category: 'delivery_risk' });
    const begun = (status: Status) =>
      stepsOf([holds('upsell_opportunity')], lives([trouble(status)]), at(NOW)).begin.length;
    expect([begun('new'), begun('acknowledged'), begun('done')]).toEqual([0, 0, 1]);
  });

  it('is over at once with its project, and what a person said stays', () => {
    const all = STATUSES.map((status, n) => open(null, status, { id: `r${n}`, category: CATEGORIES[n]! }));
    const { begin, goOn, end } = stepsOf([], lives(all), at(NOW), true);
    expect([begin, goOn]).toEqual([[], []]);
    expect(Object.fromEntries(end.map(({ episode, status }) => [episode.status, status]))).toEqual({
      new: 'expired',
      acknowledged: 'expired',
      snoozed: 'expired',
      done: 'done',
      dismissed: 'dismissed',
      expired: 'expired',
    });
  });

  it('is one at most for each category, and is moved by nobody but people and its end, whatever happens', () => {
    const happening = fc.record({
      hours: fc.integer({ min: 0, max: 60 }),
      holding: fc.uniqueArray(fc.constantFrom(...CATEGORIES)),
      strength: fc.double({ min: 0.6, max: 4, noNaN: true }),
      person: fc.option(fc.record({ category: fc.constantFrom(...CATEGORIES), to: fc.constantFrom(...STATUSES) })),
    });
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (story) => {
        let now = NOW.getTime();
        let made = 0;
        let episodes: OpenEpisode[] = [];
        const past = new Map<Category, PastEpisode>();
        for (const { hours, holding, strength, person } of story) {
          now += hours * HOUR;
          const before = new Map(episodes.map((one) => [one.id, one]));
          const held = holding.map((category) => holds(category, strength));
          const { begin, goOn, pause, end } = stepsOf(held, lives(episodes, { past }), at(new Date(now)));
          const ended = new Set(end.map(({ episode }) => episode.id));
          for (const { episode, status } of end) {
            expect(status).toBe(['new', 'snoozed'].includes(episode.status) ? 'expired' : episode.status);
            const { settled_strength, resolution, category } = episode;
            past.set(category, { ended_at: new Date(now), peak_strength: 1, settled_strength, resolution });
          }
          for (const { category } of begin) {
            const last = past.get(category)?.ended_at.getTime() ?? -Infinity;
            expect(now - last >= 7 * DAY || strength >= 1.5).toBe(true);
            const open = episodes.filter(({ id, status }) => !ended.has(id) && !isPutAway(status));
            expect(open.some((one) => RULES[category].yields_to.includes(one.category))).toBe(false);
          }
          const reopened = new Map(goOn.map((one) => [one.episode.id, one.reopened]));
          const since = (one: OpenEpisode) =>
            reopened.has(one.id) ? null : pause.includes(one) ? new Date(now) : one.condition_gone_since;
          episodes = [
            ...episodes
              .filter((one) => !ended.has(one.id))
              .map((one): OpenEpisode => ({
                ...one,
                condition_gone_since: since(one),
                ...(reopened.get(one.id) ? { status: 'new', settled_strength: null, snoozed_until: null } : {}),
              })),
            ...begin.map(({ category }) => open(null, 'new', { id: `r${made++}`, category })),
          ];
          expect(new Set(episodes.map(({ category }) => category)).size).toBe(episodes.length);
          for (const { id, status } of episodes)
            expect(status).toBe(reopened.get(id) ? 'new' : (before.get(id)?.status ?? 'new'));
          episodes = episodes.map((one) =>
            person?.category === one.category && mayMove(one.status, person.to)
              ? { ...one, status: person.to, settled_strength: isPutAway(person.to) ? strength : null }
              : one,
          );
        }
      }),
    );
  });
});
