import { BITS, SIZE } from '../src/kag-events/domain/detect/learned/features.js';
import { HEARD, type Heard } from '../src/kag-events/domain/detect/learned/model.js';
import { randomFrom } from './random.js';

export interface Example {
  /** The features of each sentence. */
  readonly sentences: readonly Int32Array[];
  readonly right: Readonly<Partial<Record<Heard, boolean>>>;
  readonly weight: number;
}
export interface Fitted {
  /** One list of weights after the other, the bias behind each. */
  readonly weights: Float64Array;
}

const ROUNDS = 10;
const RATE = 0.04;
const DECAY = 1e-4;
/** What is to be heard is rarer than what is not. */
const HEARD_WEIGHT = 1.5;
/** What is judged as surely as this teaches nothing any more. */
const SURE = 1e-3;
/** How much each kind of feature counts before anything is learned: what generalises more than what is particular. */
const SHARES: Readonly<Record<number, number>> = { 11: 2, 14: 2, 17: 2, 18: 0.6, 19: 0.6, 20: 0.4 };
export const shareOf = Float64Array.from({ length: 32 }, (_, kind) => SHARES[kind] ?? 1);
export const WIDTH = SIZE + 1;

/** So many orders of the examples; what they teach is averaged, so that no order decides. */
const ORDERS = 5;

/**
 * Logistic regression for each of HEARD, by stochastic descent with a falling rate. Of a text of many sentences the one
 * that says it most is learned from: that is how texts are judged.
 */
export function fit(examples: readonly Example[]): Fitted {
  const weights = new Float64Array(WIDTH * HEARD.length);
  for (let order = 0; order < ORDERS; order++) {
    const learned = fitOnce(examples, order);
    for (const [at, weight] of learned.entries()) weights[at] = (weights[at] ?? 0) + weight / ORDERS;
  }
  return { weights };
}

function fitOnce(examples: readonly Example[], seed: number): Float64Array {
  const weights = new Float64Array(WIDTH * HEARD.length);
  const random = randomFrom(7 + seed);
  const order = examples.filter(({ sentences }) => sentences.length > 0);
  const steps = ROUNDS * order.length;
  let step = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] as Example, order[at] as Example];
    }
    for (const example of order) learn(weights, example, RATE * (1 - step++ / steps));
  }
  return weights;
}

function learn(weights: Float64Array, { sentences, right, weight }: Example, rate: number): void {
  for (const [at, heard] of HEARD.entries()) {
    const is = right[heard];
    if (is === undefined) continue;
    let [most, best] = [-Infinity, sentences[0] ?? new Int32Array()];
    for (const sentence of sentences) {
      const sum = sumOf(weights, at, sentence);
      if (sum > most) [most, best] = [sum, sentence];
    }
    const error = (1 / (1 + Math.exp(-most)) - (is ? 1 : 0)) * weight * (is ? HEARD_WEIGHT : 1);
    if (Math.abs(error) < SURE) continue;
    const base = at * WIDTH;
    for (const feature of best) {
      const slot = base + (feature & (SIZE - 1));
      const before = weights[slot] ?? 0;
      weights[slot] = before - rate * (error * (shareOf[feature >>> BITS] ?? 1) + DECAY * before);
    }
    weights[base + SIZE] = (weights[base + SIZE] ?? 0) - rate * error;
  }
}

/** The weights as they are used: with the share of the kind in them. */
export function sumOf(weights: Float64Array, at: number, features: Int32Array): number {
  const base = at * WIDTH;
  let sum = weights[base + SIZE] ?? 0;
  for (const feature of features)
    sum += (weights[base + (feature & (SIZE - 1))] ?? 0) * (shareOf[feature >>> BITS] ?? 1);
  return sum;
}

/** How much a text says each of HEARD: as much as its sentence that says it most. */
export const scoresOf = ({ weights }: Fitted, sentences: readonly Int32Array[]): number[] =>
  HEARD.map((_, at) => Math.max(-99, ...sentences.map((one) => sumOf(weights, at, one))));
