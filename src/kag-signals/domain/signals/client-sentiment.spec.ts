import { describe, expect, it } from '@jest/globals';
import { eventsOf, refs } from '../../../../test/builders/domain-events.js';
import { ROUND_THE_CLOCK } from '../../../common/working-time/calendar.js';
import { workingTimeOf } from '../../../common/working-time/working-time.js';
import { readState } from '../read-state.js';
import { fold, startState } from '../state.js';

const NOW = Date.parse('2026-03-31T12:00:00.000Z');
const DAY = 86_400_000;

/** How much a message of so many days ago counts. */
const weight = (days: number) => 0.5 ** (days / 10);

/** A message of somebody's, with its mood, so many days ago. */
type Said = readonly [person: string | null, mood: number | null, days: number, more?: object];

function read(...said: Said[]) {
  const state = startState();
  const inOrder = [...said].sort((a, b) => b[2] - a[2]);
  for (const one of eventsOf(
    inOrder.map(([sender_id, sentiment_score, days, more]) => [
      'message_sent',
      NOW - days * DAY,
      { sender: 'client', sender_id, sentiment_score, expects_answer: false, ...more },
    ]),
  ))
    fold(state, one);
  return readState('project', state, NOW, workingTimeOf(ROUND_THE_CLOCK));
}
const signal = (...said: Said[]) => read(...said).signals.client_sentiment;
const times = (count: number, person: string | null, mood: number): Said[] =>
  Array.from({ length: count }, (_, n) => [person, mood, 1 + n]);

describe('client_sentiment', () => {
  it('hears seven of eight messages at -0.9, and health falls visibly', () => {
    const { signals, scores } = read(...times(7, 'anna', -0.9), ['anna', 0.2, 0.5]);
    const angry = [1, 2, 3, 4, 5, 6, 7].reduce((sum, days) => sum + weight(days), 0);
    const all = angry + weight(0.5) + 2;
    expect(signals.client_sentiment).toMatchObject({
      value: expect.closeTo((-0.9 * angry + 0.2 * weight(0.5)) / all, 12),
      status: 'critical',
      details: { people: 1, negative_people: 1, messages: 8, negative_messages: 7 },
    });
    expect(signals.client_sentiment.details['negative_share']).toBeCloseTo(angry / all, 12);
    expect(scores.project_health).toMatchObject({ known: true, band: 'high' });
    expect(scores.project_health.value).toBeLessThan(55);
  });

  it('is critical where the only contact is angry, and at most a warning for one of five', () => {
    const angry = times(4, 'anna', -0.8);
    const others = ['boris', 'clara', 'dora', 'emil'].flatMap((person) => times(3, person, 0.1));
    expect(signal(...angry)).toMatchObject({ status: 'critical', details: { people: 1, negative_people: 1 } });
    for (const furious of [angry, times(30, 'anna', -1)]) {
      const one = signal(...furious, ...others);
      expect(['ok', 'warn']).toContain(one.status);
      expect(one.details).toMatchObject({ people: 5, negative_people: 1 });
    }
    const three = ['anna', 'boris', 'clara'].flatMap((person) => times(4, person, -0.9));
    expect(signal(...three, ...others.slice(-6)).status).toBe('warn');
    expect(signal(...three, ...times(2, 'boris', -0.9)).status).toBe('critical');
  });

  it('lets no single message decide, however bad', () => {
    expect(signal(['anna', -1, 0])).toMatchObject({ value: -1 / 3, status: 'warn' });
    expect(signal(['anna', -0.5, 1]).status).toBe('ok');
    expect(signal(['anna', -1, 1], ['anna', -1, 2]).status).toBe('critical');
  });

  it('is not hidden by what was said in peace before', () => {
    const content = [12, 13, 14, 15].map((days): Said => ['anna', 0.3, days]);
    expect(signal(...content, ...times(5, 'anna', -0.85)).status).toBe('critical');
  });

  it('fades, so that an old anger is a warning, and then forgotten', () => {
    const angry = (daysAgo: number) => [0, 1, 2].map((days): Said => ['anna', -0.8, daysAgo + days]);
    expect([0, 9, 21].map((days) => signal(...angry(days)).status)).toEqual(['critical', 'warn', 'unknown']);
  });

  it('counts each person alike, however much they write', () => {
    const shareOf = (count: number) => {
      const own = Array.from({ length: count }, (_, n) => weight(n + 1)).reduce((sum, one) => sum + one, 0);
      return own / (own + 2);
    };
    const chatty = signal(...times(20, 'anna', 0.6), ...times(2, 'boris', -0.6));
    expect(chatty.value).toBeCloseTo((0.6 * shareOf(20) - 0.6 * shareOf(2)) / 2, 12);
  });

  it('takes messages of before senders were told for those of one person', () => {
    expect(signal(...times(3, null, -0.9)).details).toMatchObject({ people: 1, negative_people: 1 });
  });

  it.each<[string, Said[]]>([
    ['no one wrote', []],
    ['the last message is 21 days old', [['anna', -1, 21]]],
    ['only the team wrote', [['ilse', -1, 1, { sender: 'team' }]]],
    ['only a machine wrote', [['anna', -1, 1, { automatic: true }]]],
    ['no mood was told', [['anna', null, 1]]],
  ])('is unknown where %s', (_name, said) =>
    expect(signal(...said)).toMatchObject({ known: false, value: null, status: 'unknown' }),
  );

  it('rests on the negative messages, and on all where there is none', () => {
    expect(signal(['anna', 0.5, 4], ['anna', -0.5, 3], ['anna', 0, 2], ['anna', -0.4, 1]).evidence_refs).toMatchObject(
      refs(4, 2),
    );
    expect(signal(['anna', 0.5, 4], ['anna', -0.2, 3]).evidence_refs).toMatchObject(refs(2, 1));
  });
});
