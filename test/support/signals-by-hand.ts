import type { NewEvent } from '../../src/kag-events/index.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const ALPHA = 0.35;

/** Warn and critical of every signal; of sentiment_trend at or below. */
const LEVELS: Readonly<Record<string, readonly [warn: number, critical: number]>> = {
  waiting_on_client_days: [2, 4],
  waiting_on_us_hours: [8, 16],
  response_time_median: [240, 720],
  blockers_age: [3, 5],
  stage_overdue: [1, 3],
  agreement_overdue_count: [1, 2],
  sentiment_trend: [-0.15, -0.3],
  scope_creep_rate: [0.2, 0.35],
  budget_burn_rate: [1.1, 1.2],
  margin_risk: [0.25, 0.4],
  activity_drop: [0.3, 0.5],
};

/** The signals that are not ok. */
export function raised(events: readonly NewEvent[], now: Date): Record<string, 'warn' | 'critical'> {
  const signals = Object.entries(signalsByHand(events, now));
  return Object.fromEntries(
    signals.flatMap(([key, value]): [string, 'warn' | 'critical'][] => {
      const [warn = 0, critical = 0] = LEVELS[key] ?? [];
      const reaches = (level: number): boolean => (level < 0 ? value <= level : value >= level);
      return reaches(critical) ? [[key, 'critical']] : reaches(warn) ? [[key, 'warn']] : [];
    }),
  );
}

/**
 * The signals by the plainest reading of docs/contract/signals.md, apart from the server's own code: over all events up to
 * now, of people who work all the time.
 */
export function signalsByHand(events: readonly NewEvent[], now: Date): Record<string, number> {
  const past = events
    .filter((event) => event.occurred_at <= now)
    .sort((a, b) => a.occurred_at.getTime() - b.occurred_at.getTime());
  const of = (type: string): NewEvent[] => past.filter((event) => event.event_type === type);
  const since = (event: NewEvent): number => now.getTime() - event.occurred_at.getTime();
  const within = (list: readonly NewEvent[], from: number, to = 0): number =>
    list.filter((event) => since(event) < from * DAY && since(event) >= to * DAY).length;
  const messages = of('message_sent').filter(({ payload }) => payload['automatic'] !== true);
  const ofClient = messages.filter((event) => event.actor === 'client');
  const { cost, income, burn } = amounts(of('finance_entry_recorded'));
  const before = within(past, 14, 7);
  return {
    waiting_on_client_days: waitSince(messages, now.getTime()) / DAY,
    waiting_on_us_hours: (now.getTime() - Math.min(now.getTime(), ...asked(messages).values())) / HOUR,
    response_time_median: middle(responses(messages, now.getTime() - 28 * DAY)) / MINUTE,
    blockers_age:
      mean([...open(past, 'issue_blocked', ['issue_unblocked', 'issue_completed'], 'issue_id')].map(since)) / DAY,
    stage_overdue: Math.max(
      0,
      ...[...open(past, 'stage_started', ['stage_completed'], 'stage_id')].map((e) => overdue(e, now)),
    ),
    agreement_overdue_count: agreements(past).filter((event) => overdue(event, now) > 0).length,
    // Whether the team's own mood counts the contract leaves open: the worse of both readings.
    sentiment_trend: Math.min(trend(messages), trend(ofClient)),
    scope_creep_rate: within(of('scope_change_detected'), 7) / Math.max(1, within(ofClient, 7)),
    budget_burn_rate: burn,
    margin_risk: income > 0 ? clamp((0.35 - (income - cost) / income) / 0.35) : 0,
    activity_drop: before > 0 ? clamp((before - within(past, 7)) / before) : 0,
  };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const overdue = ({ payload }: NewEvent, now: Date): number =>
  typeof payload?.['due_at'] === 'string' ? (now.getTime() - Date.parse(payload['due_at'])) / DAY : 0;

/** The events that began something which none of the others has ended since. */
function open(past: readonly NewEvent[], begins: string, ends: readonly string[], id: string): Iterable<NewEvent> {
  const found = new Map<unknown, NewEvent>();
  for (const event of past) {
    if (event.event_type === begins) found.set(event.payload?.[id], event);
    else if (ends.includes(event.event_type)) found.delete(event.payload?.[id]);
  }
  return found.values();
}

/** Those that no approval has closed: one closes its conversation's latest. */
function agreements(past: readonly NewEvent[]): NewEvent[] {
  const found: NewEvent[] = [];
  for (const event of past) {
    if (event.event_type === 'agreement_created') found.push(event);
    if (event.event_type !== 'approval_approved') continue;
    const at = found.findLastIndex((each) => each.payload?.['conversation_id'] === event.payload?.['conversation_id']);
    if (at >= 0) found.splice(at, 1);
  }
  return found;
}

const asks = ({ payload }: NewEvent): boolean => payload['expects_answer'] !== false;

/** Since the first question of the team after the client's last message, in ms. */
function waitSince(messages: readonly NewEvent[], now: number): number {
  const behind = messages.slice(messages.findLastIndex(({ actor }) => actor === 'client') + 1);
  return now - (behind.find(asks)?.occurred_at.getTime() ?? now);
}

/** The times of the first question of the client in each conversation in which the team has said nothing since. */
function asked(messages: readonly NewEvent[], answered: (from: number, to: number) => void = () => undefined) {
  const open = new Map<unknown, number>();
  for (const event of messages) {
    const conversation = event.payload['conversation_id'];
    const time = event.occurred_at.getTime();
    const since = open.get(conversation);
    if (event.actor === 'client') {
      if (asks(event)) open.set(conversation, since ?? time);
      continue;
    }
    if (since !== undefined) answered(since, time);
    open.delete(conversation);
  }
  return open;
}

/** From the first unanswered question of the client to the team's next message there, in ms. */
function responses(messages: readonly NewEvent[], from: number): number[] {
  const found: number[] = [];
  asked(messages, (since, time) => {
    if (time > from) found.push(time - since);
  });
  return found;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

function trend(messages: readonly NewEvent[]): number {
  const scores = messages.map(({ payload }) => Number(payload?.['sentiment_score']));
  const ewma = (upTo: number): number =>
    scores.slice(1, upTo).reduce((value, score) => value + ALPHA * (score - value), scores[0] ?? 0);
  return scores.length < 2 ? 0 : ewma(scores.length) - ewma(scores.length - 1);
}

/** What is spent; what it is held against: what was won, else what is open; and the worst share of a deal's plan. */
function amounts(entries: readonly NewEvent[]): { cost: number; income: number; burn: number } {
  const latest = [...new Map(entries.map(({ payload }) => [payload['entry_id'], payload])).values()];
  const total = (type: string, deal?: unknown): number =>
    latest
      .filter((entry) => entry['entry_type'] === type && (deal === undefined || entry['deal_id'] === deal))
      .reduce((sum, entry) => sum + Number(entry['amount']), 0);
  const burns = latest
    .filter((entry) => entry['entry_type'] === 'planned_budget' && Number(entry['amount']) > 0)
    .map((entry) => total('cost', entry['deal_id']) / Number(entry['amount']));
  return {
    cost: total('cost'),
    income: total('revenue') || total('expected_revenue'),
    burn: Math.max(0, ...burns),
  };
}
