import type { Check, RemedyStep } from '../diagnosis/domain/diagnosis.js';

/** A check that failed before there was anything to run checks on. */
export function failure(id: string, title: string, observed: string, remedy: RemedyStep[]): Check {
  return { id, title, status: 'fail', observed, expected: `${title}.`, remedy, because_of: null };
}

/** The doctor can't look, and this is why. */
export class CannotLook extends Error {
  constructor(readonly check: Check) {
    super(check.observed);
    this.name = 'CannotLook';
  }
}
