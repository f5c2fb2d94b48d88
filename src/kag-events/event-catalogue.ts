import type { Actor, EventSource } from './event.js';

/** What an entry of the catalogue tells of a type of event. */
interface EventKind {
  source: EventSource;
  /** Who can have done it. */
  actors: readonly Actor[];
  /** When it is logged, as a sentence without its full stop. */
  when: string;
  /** The keys of its payload, all of them always there, and what each holds. */
  payload: Readonly<Record<string, string>>;
}

const conversation = { conversation_id: 'global id of the conversation' };

const issue = {
  issue_id: 'Linear’s id of the issue',
  identifier: 'its short name, such as `WEB-12`',
  title: 'its title',
};

const stage = {
  stage_id: 'Linear’s id of the cycle',
  stage_name: 'its name, or `Cycle` with its number',
  due_at: 'its end',
};

const deal = {
  deal_id: 'Attio’s id of the deal',
  deal_name: 'its name',
  deal_status: '`open`, `won` or `lost`, by its stage; older events lack it',
};

const activity = {
  activity_id: 'Attio’s id of the note, task or meeting',
  kind: '`note`, `task` or `meeting`',
  title: 'its title',
  record_ids: 'ids of the records that it is about',
  about_budget: 'whether its text is about what the work was to cost and costs',
};

const BOTH = ['client', 'team'] as const;
const CLIENT = ['client'] as const;
const TEAM = ['team'] as const;

/** Every type of event about a client's project, and what an event of it holds. */
export const DOMAIN_EVENTS = {
  message_sent: {
    source: 'chatwoot',
    actors: BOTH,
    when: 'a public message is seen for the first time; edits and notes tell nothing',
    payload: {
      ...conversation,
      sender: '`client`, `team`, or `bot` for what a machine says in the team’s name',
      sender_id:
        'id of the person who wrote it, or null; older events lack it: all of them count as written by one person',
      sentiment_score: 'mood of its words, −1 to 1',
      expects_answer: 'whether it asks the other side to say something; older events lack it: they count as asking',
      automatic: 'whether a machine wrote it, such as a note of absence; older events lack it: people wrote them',
    },
  },
  approval_requested: {
    source: 'chatwoot',
    actors: TEAM,
    when: 'a message of the team asks for an approval, in English or Russian',
    payload: conversation,
  },
  approval_approved: {
    source: 'chatwoot',
    actors: CLIENT,
    when: 'a message of the client approves; it closes the latest open agreement of its conversation',
    payload: conversation,
  },
  agreement_created: {
    source: 'chatwoot',
    actors: BOTH,
    when: 'a message promises something, with a date or without',
    payload: {
      ...conversation,
      agreement_id: '`agreement:` and the id of the message',
      due_at: 'when it is promised for, or null',
      what: 'the words that promise it',
    },
  },
  scope_change_detected: {
    source: 'chatwoot',
    actors: CLIENT,
    when: 'a message of the client asks for work beyond what was agreed',
    payload: conversation,
  },
  need_detected: {
    source: 'chatwoot',
    actors: CLIENT,
    when: 'a message of the client shows a need that could be sold to',
    payload: conversation,
  },
  client_silent_started: {
    source: 'chatwoot',
    actors: ['system'],
    when: 'the client has not answered for 4 working days what the team asked first; once for each silence',
    payload: conversation,
  },
  issue_created: {
    source: 'linear',
    actors: TEAM,
    when: 'an issue is seen for the first time that is not in the trash; `automatic: true` where a machine made it',
    payload: { ...issue, priority: 'Linear’s number of its priority', due_date: 'the day it is due, or null' },
  },
  issue_blocked: {
    source: 'linear',
    actors: TEAM,
    when: 'an issue is blocked by an open one, or by its state or label',
    payload: { ...issue, blocked_by: 'ids of the issues that block it', reason: '`issue` or `state`' },
  },
  issue_unblocked: {
    source: 'linear',
    actors: TEAM,
    when: 'nothing blocks an issue any more, or it was put away',
    payload: { ...issue, reason: 'the type of its state, or `removed`' },
  },
  issue_completed: {
    source: 'linear',
    actors: TEAM,
    when: 'an issue is completed, which frees it too',
    payload: { ...issue, was_blocked: 'whether it was blocked until then' },
  },
  stage_started: {
    source: 'linear',
    actors: TEAM,
    when: 'a cycle begins, has its end moved while it runs, or is opened again',
    payload: stage,
  },
  stage_completed: {
    source: 'linear',
    actors: TEAM,
    when: 'a cycle is completed, or removed while it runs',
    payload: stage,
  },
  deal_stage_changed: {
    source: 'attio',
    actors: TEAM,
    when: 'a deal’s stage is another than before, or the deal is first seen in a stage in which it is lost, frozen or left',
    payload: {
      ...deal,
      from: 'title of the stage before, or null where it is not known',
      to: 'title of the stage now',
      amount: 'the deal’s value, or null',
      currency: 'its currency, or null',
    },
  },
  finance_entry_recorded: {
    source: 'attio',
    actors: TEAM,
    when: 'a deal’s planned budget or cost is set or changed, or its value: expected while the deal is open, revenue once it is won',
    payload: {
      ...deal,
      entry_id: 'id of the deal and type of the entry; its latest amount counts',
      entry_type: '`planned_budget`, `cost`, `revenue` or `expected_revenue`',
      amount: 'the amount, 0 where it was taken out',
      currency: 'its currency, or null',
      related_record_ids: 'the deal’s company and people',
    },
  },
  invoice_sent: {
    source: 'attio',
    actors: TEAM,
    when: 'a note or task says that an invoice went out',
    payload: activity,
  },
  invoice_paid: {
    source: 'attio',
    actors: TEAM,
    when: 'a note or task says that an invoice was paid',
    payload: activity,
  },
  note_logged: {
    source: 'attio',
    actors: TEAM,
    when: 'a note is written; `automatic: true` where a machine wrote it',
    payload: { ...activity, note_id: 'the same as `activity_id`' },
  },
  activity_logged: {
    source: 'attio',
    actors: TEAM,
    when: 'a task or meeting is made, or a task completed; `automatic: true` where a machine made it',
    payload: { ...activity, action: '`created` or `completed`' },
  },
  contact_updated: {
    source: 'attio',
    actors: TEAM,
    when: 'a person’s name, addresses or company change',
    payload: {
      contact_id: 'Attio’s id of the person',
      name: 'their name',
      email: 'their first address, or null',
      company_id: 'Attio’s id of their company, or null',
      changed: 'what changed: `name`, `email`, `company`',
    },
  },
} as const satisfies Readonly<Record<string, EventKind>>;

export type DomainEventType = keyof typeof DOMAIN_EVENTS;
