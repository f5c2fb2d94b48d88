import type { CheckStatus } from '../answers.js';

/** Which colour something has, always beside words that say the same. */
export type Tone = 'good' | 'warning' | 'bad' | 'quiet' | 'open';

export const CHECK_TONE: Readonly<Record<CheckStatus, Tone>> = {
  ok: 'good',
  warn: 'warning',
  fail: 'bad',
  skipped: 'quiet',
};
