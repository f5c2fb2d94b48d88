/** What a person may want to see of a timeline, by the types of events. */
export const EVENT_GROUPS = {
  talk: ['message_sent', 'client_silent_started', 'need_detected'],
  agreed: ['approval_requested', 'approval_approved', 'agreement_created', 'scope_change_detected'],
  work: ['issue_created', 'issue_blocked', 'issue_unblocked', 'issue_completed', 'stage_started', 'stage_completed'],
  money: [
    'deal_stage_changed',
    'finance_entry_recorded',
    'invoice_sent',
    'invoice_paid',
    'note_logged',
    'activity_logged',
    'contact_updated',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EventGroup = keyof typeof EVENT_GROUPS;

export const groups = (): EventGroup[] => Object.keys(EVENT_GROUPS) as EventGroup[];
