/**
 * The two values between which a signal becomes a risk; `critical` is the lower one where the signal gets worse as it
 * falls.
 */
interface Threshold {
  warn: number;
  critical: number;
}

/**
 * How bad a signal's value is, 0 to 1: its share of the critical value; for a signal that gets worse as it falls, how
 * far it has come from warn to critical.
 */
export function normalisedRisk(value: number, { warn, critical }: Threshold): number {
  const share = critical < warn ? (warn - value) / (warn - critical) : value / critical;
  return Math.min(1, Math.max(0, share));
}
