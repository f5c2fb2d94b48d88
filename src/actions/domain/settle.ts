import type { ActionStatus } from './status.js';

/** Seconds before the look at what became of a lost one: what a vendor took in late is there by then. */
export const LOOK_AFTER_SECONDS = 60;

/** Why a try has not led to an answer that all is well. */
export interface Failure {
  /** It may be at the vendor all the same. */
  lost: boolean;
  /** The vendor would refuse it again. */
  final: boolean;
}

export interface Settled {
  status: Extract<ActionStatus, 'queued' | 'failed' | 'unsure'>;
  unanswered: boolean;
  /** Seconds until the next try; null: it is not tried again by itself. */
  waitSeconds: number | null;
}

/**
 * What becomes of an action after a try that failed.
 * @param unanswered whether an answer of an earlier try was lost
 * @param waitSeconds what the retry policy says; null: no more tries
 */
export function afterFailure(unanswered: boolean, failure: Failure, waitSeconds: number | null): Settled {
  const open = unanswered || failure.lost;
  if (failure.final || waitSeconds === null)
    return { status: open ? 'unsure' : 'failed', unanswered: open, waitSeconds: null };
  const wait = open ? Math.max(waitSeconds, LOOK_AFTER_SECONDS) : waitSeconds;
  return { status: 'queued', unanswered: open, waitSeconds: wait };
}
