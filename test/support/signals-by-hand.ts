import type { NewEvent } from '../../src/kag-events/index.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Warn and critical of every signal; of client_sentiment at or below. */
export const LEVELS: Readonly<Record<string, readonly [warn: number, critical: number]>> = {
  waiting_on_client_days: [2, 4],
  waiting_on_us_hours: [8, 16],
  response_time_median: [240, 720],
  blockers_age: [3, 5],
  stage_overdue: [1, 3],
  agreement_overdue_count: [1, 2],
  client_sentiment: [-0.2, -0.35],
  scope_creep_rate: [0.2, 0.35],
  budget_burn_rate: [1.1, 1.2],
  margin_risk: [0.25, 0.4],
  activity_drop: [0.3, 0.5],
};

/** The signals that are known, and not ok. */
export function raised(events: readonly NewEvent[], now: Date): Record<string, 'warn' | 'critical'> {
  const signals = Object.entries(signalsByHand(events, now));
  return Object.fromEntries(
    signals.flatMap(([key, value]): [string, 'warn' | 'critical'][] => {
      const [warn = 0, critical = 0] = LEVELS[key] ?? [];
      if (value === null) return [];
      const reaches = (level: number): boolean => (level < 0 ? value <= level : value >= level);
      return reaches(critical) ? [[key, 'critical']] : reaches(warn) ? [[key, 'warn']] : [];
    }),
  );
}

/**
 * The signals by the plainest reading of docs/contract/signals.md, apart from the server's own code: over all events up
 * to now, of people who work all the time, in a scope with no other project. Null: it is unknown.
 */
export function signalsByHand(events: readonly NewEvent[], now: Date): Record<string, number | null> {
  const past = events
    .filter((event) => event.occurred_at <= now)
    .sort((a, b) => a.occurred_at.getTime() - b.occurred_at.getTime());
  const of = (type: string): NewEvent[] => past.filter((event) => event.event_type === type);
  const since = (event: NewEvent): number => now.getTime() - event.occurred_at.getTime();
  const within = (list: readonly NewEvent[], from: number, to = 0): number =>
    list.filter((event) => since(event) < from * DAY && since(event) >= to * DAY).length;
  const messages = of('message_sent').filter(({ payload }) => payload['automatic'] !== true);
  const ofClient = messages.filter((event) => event.actor === 'client');
  const { burn, margin } = amounts(past);
  const answers = responses(messages, now.getTime() - 28 * DAY);
  const usual = within(past, 35, 7) / 4;
  const isOld = past[0] !== undefined && since(past[0]) >= 35 * DAY;
  const ages = [...open(past, 'issue_blocked', ['issue_unblocked', 'issue_completed'], 'issue_id')].map(since);
  const ifAny = <T>(list: readonly unknown[], value: T): T | null => (list.length > 0 ? value : null);
  return {
    waiting_on_client_days: ifAny(messages, waitSince(messages, now.getTime()) / DAY),
    waiting_on_us_hours: ifAny(messages, (now.getTime() - Math.min(now.getTime(), ...asked(messages).values())) / HOUR),
    response_time_median: ifAny(answers, middle(answers) / MINUTE),
    blockers_age: ifAny(
      past.filter(({ payload }) => payload['issue_id'] !== undefined),
      mean(ages.filter((age) => age <= 15 * DAY)) / DAY,
    ),
    stage_overdue: ifAny(
      past.filter(({ payload }) => payload['stage_id'] !== undefined),
      Math.max(0, ...stages(past).map((event) => overdue(event, now))),
    ),
    agreement_overdue_count: ifAny(messages, agreements(past).filter((event) => overdue(event, now) > 0).length),
    client_sentiment: mood(
      ofClient.filter((event) => since(event) < 21 * DAY),
      (event) => 0.5 ** (since(event) / (10 * DAY)),
    ),
    scope_creep_rate: ifAny(
      ofClient.filter((event) => since(event) < 28 * DAY),
      within(of('scope_change_detected'), 7) / Math.max(1, within(ofClient, 7)),
    ),
    budget_burn_rate: burn,
    margin_risk: margin === null ? null : clamp((0.35 - margin) / 0.35),
    activity_drop: isOld && usual >= 8 ? clamp(1 - within(past, 7) / usual) : null,
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

/** Those that are not completed, and not due by the time another one began. */
function stages(past: readonly NewEvent[]): NewEvent[] {
  const begun = past.filter(({ event_type }) => event_type === 'stage_started');
  return [...open(past, 'stage_started', ['stage_completed'], 'stage_id')].filter(
    ({ occurred_at, payload }) =>
      !begun.some(
        (next) =>
          next.payload['stage_id'] !== payload['stage_id'] &&
          next.occurred_at >= occurred_at &&
          next.occurred_at.getTime() >= Date.parse(String(payload['due_at'])),
      ),
  );
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

/** Each person's mean beside two neutral messages of theirs, the newer the more, of all people alike. */
function mood(messages: readonly NewEvent[], weight: (event: NewEvent) => number): number | null {
  const people = [...Map.groupBy(messages, ({ payload }) => payload['sender_id']).values()];
  const own = people.map((said) => {
    const all = said.reduce((sum, event) => sum + weight(event), 2);
    return said.reduce((sum, event) => sum + weight(event) * Number(event.payload['sentiment_score']), 0) / all;
  });
  return own.length === 0 ? null : mean(own);
}

/** Of the worst deal that is not lost: the share of its plan that is spent, and the share of its value that is left. */
function amounts(past: readonly NewEvent[]): { burn: number | null; margin: number | null } {
  const ofDeals = past.filter(({ payload }) => payload['deal_id'] !== undefined);
  const deals = [...Map.groupBy(ofDeals, ({ payload }) => payload['deal_id']).values()].flatMap((events) => {
    if (events.at(-1)?.payload['deal_status'] === 'lost') return [];
    const entries = events.filter(({ event_type }) => event_type === 'finance_entry_recorded');
    const latest = (type: string): number =>
      Number(entries.findLast(({ payload }) => payload['entry_type'] === type)?.payload['amount'] ?? 0);
    return {
      plan: latest('planned_budget'),
      cost: latest('cost'),
      worth: latest('revenue') || latest('expected_revenue'),
    };
  });
  const burns = deals.filter(({ plan }) => plan > 0).map(({ plan, cost }) => cost / plan);
  const margins = deals.filter(({ worth, cost }) => worth > 0 && cost > 0).map(({ worth, cost }) => 1 - cost / worth);
  return {
    burn: burns.length === 0 ? null : Math.max(...burns),
    margin: margins.length === 0 ? null : Math.min(...margins),
  };
}
