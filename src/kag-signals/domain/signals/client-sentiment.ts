import { latestRefs } from '../evidence.js';
import { daysBetween, within } from '../periods.js';
import { THRESHOLDS } from '../thresholds.js';
import { MOOD_DAYS, type Mood } from '../tracks/sentiment.js';
import { type ReadSignal, unknown } from './read.js';

/** A message of this mood or worse is a negative one. */
export const NEGATIVE = -0.3;
/** After so many days a mood counts half: what was said in peace before an anger does not hide it. */
export const HALF_DAYS = 10;
/** Neutral messages that each person is taken to have written beside their own: a single word decides nothing. */
export const NEUTRAL_MESSAGES = 2;

/**
 * In what mood the client's people wrote in the last 21 days, -1 to 1, each of them counted alike: an only contact who
 * is angry is the client's mood, and one of many who is angry is one of many.
 */
export const clientSentiment: ReadSignal = ({ sentiment }, { now }) => {
  const moods = sentiment.moods.filter(({ at }) => within(at, now, MOOD_DAYS));
  if (moods.length === 0) return unknown();
  const negative = moods.filter(isNegative);
  const people = [...byPerson(moods).values()];
  const levels = people.map((own) => meanOf(own, now, ({ score }) => score));
  return {
    value: mean(levels),
    details: {
      people: people.length,
      negative_people: levels.filter((level) => level <= THRESHOLDS.client_sentiment.warn).length,
      messages: moods.length,
      negative_messages: negative.length,
      negative_share: mean(people.map((own) => meanOf(own, now, (mood) => (isNegative(mood) ? 1 : 0)))),
    },
    evidence_refs: latestRefs(negative.length > 0 ? negative : moods),
  };
};

const isNegative = ({ score }: Mood): boolean => score <= NEGATIVE;

function byPerson(moods: readonly Mood[]): Map<string, Mood[]> {
  const people = new Map<string, Mood[]>();
  for (const mood of moods) people.set(mood.person, [...(people.get(mood.person) ?? []), mood]);
  return people;
}

/** Mean of something over a person's messages, the newer the more, and over the neutral ones beside them. */
function meanOf(own: readonly Mood[], now: number, of: (mood: Mood) => number): number {
  let [sum, weights] = [0, NEUTRAL_MESSAGES];
  for (const mood of own) {
    const weight = 0.5 ** (daysBetween(mood.at, now) / HALF_DAYS);
    sum += weight * of(mood);
    weights += weight;
  }
  return sum / weights;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
