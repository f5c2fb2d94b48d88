import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Guesses that a slow hash makes too many for an attacker who has it: 10^8 and more. */
const LEAST_SCORE = 3;
/** Its work grows with the square of the length, and what is strong so far stays so. */
const LOOKED_AT = 64;

let guesser: Promise<ZxcvbnFactory> | undefined;

/** Whether the password is among those that are tried first, or so close to one that it is tried soon after. */
export async function isCommon(password: string, known: readonly string[]): Promise<boolean> {
  guesser ??= load();
  return (await guesser).check(password.slice(0, LOOKED_AT), [...known]).score < LEAST_SCORE;
}

/** Loaded when somebody first chooses a password: most processes never need the lists. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs });
}
