/** After how many days each hazard begins and ends: it is the chance in between, if there was none before. */
export const INTERVALS = [
  { after: 0, to: 7 },
  { after: 7, to: 14 },
  { after: 14, to: 30 },
] as const;

/** The chances up to the end of each interval. They never fall: each is the one before and something more. */
export function cumulative(hazards: readonly number[]): [number, number, number] {
  let none = 1;
  const [p7 = 0, p14 = 0, p30 = 0] = hazards.map((hazard) => {
    none *= 1 - hazard;
    return 1 - none;
  });
  return [p7, p14, p30];
}

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
export const logit = (p: number): number => Math.log(p / (1 - p));
