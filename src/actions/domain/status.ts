/**
 * draft: somebody has to send it first. queued: it will be sent. sending: it is being sent. done: the vendor has it.
 * failed: the vendor has it not, and it is not tried again by itself. unsure: an answer was lost, and the vendor can't
 * tell whether it has it. cancelled: it is not sent.
 */
export const STATUSES = ['draft', 'queued', 'sending', 'done', 'failed', 'unsure', 'cancelled'] as const;
export type ActionStatus = (typeof STATUSES)[number];

interface State {
  status: ActionStatus;
  /** An answer was lost: it may be at the vendor. */
  unanswered: boolean;
}

/** Whether it can still be kept from being sent. What may be at the vendor already can't. */
export const mayCancel = ({ status, unanswered }: State): boolean =>
  status === 'draft' || (status === 'queued' && !unanswered);

/** Whether it waits for somebody to send it. */
export const maySend = ({ status }: State): boolean => status === 'draft';

/** Whether a person may have it tried again. */
export const mayRetry = ({ status }: State): boolean => status === 'failed' || status === 'unsure';
