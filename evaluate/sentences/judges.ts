import { dueDateIn } from '../../src/kag-events/domain/detect/due-date.js';
import {
  detectAgreement,
  detectApproval,
  detectApprovalRequest,
  detectNeed,
  detectScopeChange,
  sentimentScore,
} from '../../src/kag-events/index.js';
import { mayPromise, promises } from '../../src/kag-events/domain/detect/rules/agreement.js';
import { approves } from '../../src/kag-events/domain/detect/rules/approval.js';
import { requestsApproval } from '../../src/kag-events/domain/detect/rules/approval-request.js';
import { moodOf } from '../../src/kag-events/domain/detect/rules/mood.js';
import { showsNeed } from '../../src/kag-events/domain/detect/rules/need.js';
import { asksForMore } from '../../src/kag-events/domain/detect/rules/scope-change.js';
import { sentencesOf, type Sentence } from '../../src/kag-events/domain/detect/sentences.js';

/** The day on which all labelled sentences are written: a Wednesday. */
export const WRITTEN = new Date('2026-03-04T10:00:00Z');

export const DETECTORS = ['approval_request', 'approval', 'agreement', 'scope_change', 'need'] as const;
export type Detector = (typeof DETECTORS)[number];

/** What judges a text: the detectors as they are used, or their rules by themselves. */
export interface Judges {
  readonly hears: Readonly<Record<Detector, (text: string) => boolean>>;
  /** From -1 to 1. */
  readonly mood: (text: string) => number;
}

export const asUsed: Judges = {
  hears: {
    approval_request: detectApprovalRequest,
    approval: detectApproval,
    agreement: (text) => detectAgreement(text, WRITTEN) !== null,
    scope_change: detectScopeChange,
    need: detectNeed,
  },
  mood: sentimentScore,
};

const some = (is: (sentence: Sentence) => boolean) => (text: string) => sentencesOf(text).some(is);

export const rulesAlone: Judges = {
  hears: {
    approval_request: some(requestsApproval),
    approval: some(approves),
    agreement: some((one) => mayPromise(one) && promises(one.words, dueDateIn(one.words, WRITTEN) !== null)),
    scope_change: some(asksForMore),
    need: some(showsNeed),
  },
  mood: (text) => sentencesOf(text).reduce((sum, { said }) => sum + moodOf(said), 0),
};

/** The day that an agreement is heard to be due, as labels have it. */
export const dayHeard = (text: string): string | undefined =>
  detectAgreement(text, WRITTEN)?.due_at?.toISOString().slice(0, 10);
