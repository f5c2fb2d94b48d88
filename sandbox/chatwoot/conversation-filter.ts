import { isRecord } from '../http/exchange.js';
import { unprocessable } from './problems.js';
import type { ConversationRow } from './records.js';

/** The keys of the filter endpoint: there is none for `updated_at` and none for contacts. */
const READERS: Record<string, (row: ConversationRow) => unknown> = {
  status: (row) => row.status,
  assignee_id: (row) => row.assignee_id,
  inbox_id: (row) => row.inbox_id,
  team_id: (row) => row.team_id,
  priority: (row) => row.priority,
  display_id: (row) => row.id,
  campaign_id: (row) => row.additional_attributes['campaign_id'],
  labels: (row) => row.labels,
  browser_language: (row) => row.additional_attributes['browser_language'],
  conversation_language: (row) => row.additional_attributes['conversation_language'],
  country_code: (row) => row.additional_attributes['country_code'],
  referer: (row) => row.additional_attributes['referer'],
  mail_subject: (row) => row.additional_attributes['mail_subject'],
  created_at: (row) => dayOf(row.created_at),
  last_activity_at: (row) => dayOf(row.last_activity_at),
};

const DATE_KEYS = ['created_at', 'last_activity_at'];
const DATE_OPERATORS = ['is_greater_than', 'is_less_than', 'days_before'];
const OPERATORS = ['equal_to', 'not_equal_to', 'contains', 'does_not_contain', 'is_present', 'is_not_present'];

type Test = (row: ConversationRow) => boolean;

export interface FilterContext {
  nowMs: number;
  /** The custom attributes the account knows; any other key is refused. */
  customKeys: ReadonlySet<string>;
}

const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/**
 * @returns the test a filter payload stands for; AND binds before OR, as in the SQL Chatwoot builds of it
 * @throws 422 for a key, operator or value the endpoint does not know
 */
export function conversationFilter(payload: unknown, context: FilterContext): Test {
  if (!Array.isArray(payload) || payload.length === 0)
    throw unprocessable('Invalid query. Expected a list of conditions');
  const alternatives: Test[][] = [[]];
  for (const [index, condition] of payload.entries()) {
    alternatives.at(-1)?.push(testOf(condition, context));
    const joined = isRecord(condition) ? condition['query_operator'] : null;
    if (index === payload.length - 1) break;
    if (typeof joined !== 'string' || !['and', 'or'].includes(joined.toLowerCase())) {
      throw unprocessable('Query operator must be either "AND" or "OR".');
    }
    if (joined.toLowerCase() === 'or') alternatives.push([]);
  }
  return (row) => alternatives.some((all) => all.every((test) => test(row)));
}

function testOf(condition: unknown, { nowMs, customKeys }: FilterContext): Test {
  const { attribute_key: key, filter_operator: operator, values } = isRecord(condition) ? condition : {};
  if (typeof key !== 'string') throw unprocessable('Invalid attribute key - []. The key is missing');
  const custom = !Object.hasOwn(READERS, key);
  const read = custom ? (row: ConversationRow) => row.custom_attributes[key] : READERS[key];
  if (!read || (custom && !customKeys.has(key))) {
    throw unprocessable(
      `Invalid attribute key - [${key}]. The key should be one of [${Object.keys(READERS).join(',')}]`,
    );
  }
  const allowed = custom ? [...OPERATORS, ...DATE_OPERATORS] : DATE_KEYS.includes(key) ? DATE_OPERATORS : OPERATORS;
  if (typeof operator !== 'string' || !allowed.includes(operator)) {
    throw unprocessable(`Invalid operator. The allowed operators for ${key} are [${allowed.join(',')}].`);
  }
  const wanted = (Array.isArray(values) ? values : [values])
    .filter((each) => each !== null && each !== undefined)
    .map(String);
  if (!operator.endsWith('_present') && wanted.length === 0)
    throw unprocessable(`Invalid value. The values provided for ${key} are invalid`);
  return compare(read, key, operator, wanted, nowMs);
}

function compare(
  read: (row: ConversationRow) => unknown,
  key: string,
  operator: string,
  wanted: string[],
  nowMs: number,
): Test {
  const first = wanted[0] ?? '';
  const has = (row: ConversationRow): string[] => {
    const value = read(row);
    return (Array.isArray(value) ? value : [value]).filter((each) => each !== null && each !== undefined).map(String);
  };
  const equal: Test = (row) =>
    (key === 'status' && wanted.includes('all')) || has(row).some((each) => wanted.includes(each));
  const within: Test = (row) => has(row).some((each) => each.toLowerCase().includes(first.toLowerCase()));
  const limit = new Date(nowMs - Number.parseInt(first, 10) * 86_400_000);
  switch (operator) {
    case 'equal_to':
      return equal;
    case 'not_equal_to':
      return (row) => !equal(row);
    case 'contains':
      return within;
    case 'does_not_contain':
      return (row) => !within(row);
    case 'is_present':
      return (row) => has(row).length > 0;
    case 'is_not_present':
      return (row) => has(row).length === 0;
    case 'is_greater_than':
      return (row) => has(row).some((each) => each > first);
    case 'is_less_than':
      return (row) => has(row).some((each) => each < first);
    default:
      if (Number.isNaN(limit.getTime()))
        throw unprocessable(`Invalid value. The values provided for ${key} are invalid`);
      return (row) => has(row).some((each) => each < limit.toISOString().slice(0, 10));
  }
}
