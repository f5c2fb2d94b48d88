const DEFAULT_WAIT_SECONDS = 10;
const LONGEST_WAIT_SECONDS = 55;

export interface WaitPreference {
  /** How long to wait for the run before answering 202. */
  seconds: number;
  /** What the answer says was applied (`Preference-Applied`); null when nothing understandable was asked for. */
  applied: string | null;
}

/**
 * What a `Prefer` header asks (RFC 7240): `wait=N` or `respond-async`, in any order among preferences of others, the
 * first of each counting. A preference that is not understood is ignored, as the RFC wants.
 */
export function waitPreference(header: string | undefined): WaitPreference {
  for (const part of (header ?? '').slice(0, 1000).split(',')) {
    const preference = (part.split(';', 1)[0] ?? '').trim().toLowerCase();
    if (preference === 'respond-async') return { seconds: 0, applied: 'respond-async' };
    const [, digits] = /^wait\s{0,3}=\s{0,3}"?(\d{1,6})"?$/.exec(preference) ?? [];
    if (digits !== undefined) {
      const seconds = Math.min(Number(digits), LONGEST_WAIT_SECONDS);
      return { seconds, applied: `wait=${seconds}` };
    }
  }
  return { seconds: DEFAULT_WAIT_SECONDS, applied: null };
}
