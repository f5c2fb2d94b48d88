import type { Actor } from '../../src/kag-events/index.js';
import type { GoldenEvent, Ref } from './types.js';

const event = (
  type: string,
  at: string,
  actor: Actor,
  payload: Record<string, unknown>,
  evidence: Ref[] = [],
): GoldenEvent => ({ type, at, actor, payload, evidence });

interface Message {
  conversation_id?: string;
  /** Whether the other side is to answer; of itself what the team says is, and what the client says is not. */
  expects_answer?: boolean;
  /** Written by a machine. */
  automatic?: boolean;
  /** Which person wrote it; of itself always the same one. */
  sender_id?: string;
  sentiment_score?: number | null;
  evidence?: Ref[];
}

const says =
  (sender: 'client' | 'team') =>
  (
    at: string,
    {
      conversation_id = 'c1',
      sentiment_score = null,
      expects_answer = sender === 'team',
      automatic = false,
      sender_id = sender,
      evidence,
    }: Message = {},
  ): GoldenEvent =>
    event(
      'message_sent',
      at,
      sender,
      { sender, sender_id, conversation_id, sentiment_score, expects_answer, automatic },
      evidence,
    );
export const clientSays = says('client');
export const teamSays = says('team');
export const clientAsks = (at: string, message: Message = {}): GoldenEvent =>
  clientSays(at, { ...message, expects_answer: true });
/** What needs no answer: news, thanks, a promise. */
export const teamTells = (at: string, message: Message = {}): GoldenEvent =>
  teamSays(at, { ...message, expects_answer: false });

/** Detected in a message of the client's: work beyond what was agreed, or a wish for something new. */
export const clientAsksForMore = (at: string, evidence?: Ref[]): GoldenEvent =>
  event('scope_change_detected', at, 'client', { conversation_id: 'c1' }, evidence);
export const clientNeeds = (at: string, evidence?: Ref[]): GoldenEvent =>
  event('need_detected', at, 'client', { conversation_id: 'c1' }, evidence);

export const agreed = (
  at: string,
  agreement: { agreement_id: string; conversation_id?: string; due_at: string | null },
  evidence?: Ref[],
): GoldenEvent => event('agreement_created', at, 'team', { conversation_id: 'c1', ...agreement }, evidence);
export const approved = (at: string, what: { conversation_id: string; agreement_id?: string }): GoldenEvent =>
  event('approval_approved', at, 'client', what);

export const blocked = (at: string, issue_id: string, evidence?: Ref[]): GoldenEvent =>
  event('issue_blocked', at, 'team', { issue_id }, evidence);
export const unblocked = (at: string, issue_id: string): GoldenEvent =>
  event('issue_unblocked', at, 'team', { issue_id });
export const completed = (at: string, issue_id: string): GoldenEvent =>
  event('issue_completed', at, 'team', { issue_id });

export const stageStarted = (at: string, stage_id: string, due_at: string | null, evidence?: Ref[]): GoldenEvent =>
  event('stage_started', at, 'team', { stage_id, stage_name: stage_id, due_at }, evidence);
export const stageCompleted = (at: string, stage_id: string): GoldenEvent =>
  event('stage_completed', at, 'team', { stage_id, stage_name: stage_id, due_at: null });

export const recorded = (
  at: string,
  entry_id: string,
  entry_type: 'planned_budget' | 'cost' | 'revenue' | 'expected_revenue',
  amount: number,
  evidence?: Ref[],
  of: { deal_id?: string; deal_status?: 'open' | 'won' | 'lost'; related_record_ids?: string[] } = {},
): GoldenEvent => {
  // As in `d1:cost`: the deal's own id comes first.
  const deal_id = entry_id.includes(':') ? entry_id.split(':')[0] : undefined;
  return event('finance_entry_recorded', at, 'team', { entry_id, entry_type, amount, deal_id, ...of }, evidence);
};
export const dealMoved = (at: string, from: string, to: string, evidence?: Ref[]): GoldenEvent =>
  event('deal_stage_changed', at, 'team', { from, to, amount: null }, evidence);

/** What notes on records of Attio tell: of an invoice, or of anything. */
export const invoiced = (
  at: string,
  type: 'invoice_sent' | 'invoice_paid',
  record_ids: string[],
  evidence: Ref[],
): GoldenEvent => event(type, at, 'team', { record_ids }, evidence);
export const notedOn = (at: string, record_ids: string[], about_budget: boolean, evidence: Ref[]): GoldenEvent =>
  event('note_logged', at, 'team', { record_ids, about_budget }, evidence);

/** Work that changes no signal but activity. */
export const noted = (at: string): GoldenEvent => event('note_logged', at, 'team', {});

/** So many notes, evenly in the four weeks before the last one; and one from before them, so that there is a level. */
export const usualWeeks = (now: string, count: number): GoldenEvent[] => {
  const ago = (days: number) => noted(new Date(Date.parse(now) - days * 86_400_000).toISOString());
  return [ago(36), ...Array.from({ length: count }, (_, n) => ago(34.5 - (n * 27) / Math.max(1, count - 1)))];
};

/** What makes signals known, and shows nothing: 20 days ago the client wrote, an issue was made, a stage began. */
export const AROUND: GoldenEvent[] = [
  clientSays('2026-05-11T12:00Z', { conversation_id: 'c0', sentiment_score: 0 }),
  event('issue_created', '2026-05-11T12:00Z', 'team', { issue_id: 'i0' }),
  event('stage_started', '2026-05-11T12:00Z', 'team', { stage_id: 's0', stage_name: 's0', due_at: null }),
];

/** What the server itself puts into the log. */
export const silenceNoted = (at: string): GoldenEvent => event('client_silent_started', at, 'system', {});
export const processWarned = (at: string): GoldenEvent =>
  event('process_warning', at, 'system', { process: 'kag_signals_refresh', run_id: 'r1' });

/** `kind:1`, `kind:2` and so on, `count` of them. */
export const refs = (kind: string, count: number): Ref[] =>
  Array.from({ length: count }, (_, index) => `${kind}:${index + 1}`);
