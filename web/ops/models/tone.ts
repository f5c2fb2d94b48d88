import type { Check } from '../../client/published.js';

/** Which colour something has, always beside words that say the same. */
export type Tone = 'good' | 'warning' | 'bad' | 'quiet' | 'open';

export const CHECK_TONE: Readonly<Record<Check['status'], Tone>> = {
  ok: 'good',
  warn: 'warning',
  fail: 'bad',
  skipped: 'quiet',
};
