import type { HeardType } from '../../../heard-events.js';
import { detectAgreement } from '../agreement.js';
import { detectApprovalRequest } from '../approval-request.js';
import { detectApproval } from '../approval.js';
import { detectNeed } from '../need.js';
import { detectScopeChange } from '../scope-change.js';
import { type Heard, judge, marginOf } from './model.js';

/** What each side may say, by the name of the event that it gives. */
const SAID_BY: Readonly<Record<'client' | 'team', Readonly<Partial<Record<Heard, HeardType>>>>> = {
  client: {
    approval: 'approval_approved',
    agreement: 'agreement_created',
    scope_change: 'scope_change_detected',
    need: 'need_detected',
  },
  team: { approval_request: 'approval_requested', agreement: 'agreement_created' },
};

/**
 * How near a threshold the model is unsure. Within it are half of what it misses among the project's own held
 * sentences, and six in ten of what it hears falsely.
 */
const UNSURE = 2;

/** Of which events the model can't tell for sure whether a text gives them; usually of none. */
export function unsureOf(text: string, side: 'client' | 'team'): HeardType[] {
  const judged = judge(text);
  if (judged.length === 0) return [];
  return (Object.entries(SAID_BY[side]) as [Heard, HeardType][])
    .filter(([heard]) => Math.abs(Math.max(...judged.map((one) => marginOf(one, heard)))) < UNSURE)
    .map(([, type]) => type);
}

/** Whether the detectors hear each of these events in a text; when it was written makes no difference to that. */
const DETECTED: Readonly<Partial<Record<HeardType, (text: string) => boolean>>> = {
  approval_requested: detectApprovalRequest,
  approval_approved: detectApproval,
  agreement_created: (text) => detectAgreement(text, new Date(0)) !== null,
  scope_change_detected: detectScopeChange,
  need_detected: detectNeed,
};

/** Which events the detectors hear in a text without any doubt. */
export function sureOf(text: string, side: 'client' | 'team'): HeardType[] {
  const unsure = unsureOf(text, side);
  return Object.values(SAID_BY[side]).filter((type) => !unsure.includes(type) && DETECTED[type]?.(text));
}
