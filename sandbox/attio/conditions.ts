import { isRecord } from '../http/exchange.js';
import type { AttributeDef } from './attributes.js';
import { nanosOf } from './nano-clock.js';
import { badFilter } from './problems.js';
import { choiceOf } from './read-values.js';
import type { AttributeType, StoredValue } from './records.js';

type Kind = 'text' | 'caseless' | 'number' | 'boolean' | 'time' | 'id' | 'choice';
type Test = (value: StoredValue) => boolean;

interface Fields {
  /** The field a bare value or a bare operator is about; null when all its parts have to be named. */
  usual: string | null;
  kinds: Record<string, Kind>;
}

const single = (usual: string, kind: Kind, more: Record<string, Kind> = {}): Fields => ({
  usual,
  kinds: { [usual]: kind, ...more },
});

const FIELDS: Record<AttributeType, Fields> = {
  text: single('value', 'text'),
  number: single('value', 'number'),
  checkbox: single('value', 'boolean'),
  date: single('value', 'time'),
  timestamp: single('value', 'time'),
  rating: single('value', 'number'),
  currency: single('currency_value', 'number', { currency_code: 'text' }),
  select: single('option', 'choice'),
  status: single('status', 'choice'),
  'personal-name': single('full_name', 'text', { first_name: 'text', last_name: 'text' }),
  'email-address': single('email_address', 'caseless', {
    original_email_address: 'text',
    email_domain: 'caseless',
    email_root_domain: 'caseless',
    email_local_specifier: 'caseless',
  }),
  'phone-number': single('phone_number', 'text', { original_phone_number: 'text', country_code: 'text' }),
  domain: single('domain', 'caseless', { root_domain: 'caseless' }),
  location: {
    usual: null,
    kinds: { locality: 'text', region: 'text', postcode: 'text', country_code: 'text', line_1: 'text', line_2: 'text' },
  },
  'record-reference': { usual: null, kinds: { target_object: 'text', target_record_id: 'id' } },
  'actor-reference': { usual: null, kinds: { referenced_actor_type: 'text', referenced_actor_id: 'id' } },
  interaction: single('interacted_at', 'time', { interaction_type: 'text' }),
};

const TEXT = ['$eq', '$contains', '$starts_with', '$ends_with'];
const RANGE = ['$eq', '$lt', '$lte', '$gt', '$gte'];
const OPERATORS: Record<Kind, string[]> = {
  text: TEXT,
  caseless: TEXT,
  number: RANGE,
  time: RANGE,
  boolean: ['$eq'],
  id: ['$eq', '$in'],
  choice: ['$eq'],
};

/**
 * @param condition a bare value, operators, or properties with either
 * @returns whether an attribute's values fulfil it: one of them has to fulfil all of it
 * @throws 400 filter_error for anything the grammar does not know; there are no negated operators
 */
export function valuesTest(def: AttributeDef, condition: unknown): (values: readonly StoredValue[]) => boolean {
  const fields = FIELDS[def.type];
  const kindOf = (field: string): Kind | undefined =>
    field === 'value' && ['record_id', 'entry_id'].includes(def.slug) ? 'id' : fields.kinds[field];
  const usual = (): string => {
    if (fields.usual === null) throw badFilter(`A filter on "${def.slug}" has to name ${nameable(fields)}.`);
    return fields.usual;
  };
  if (!isRecord(condition)) return some([fieldTest(def, usual(), kindOf(usual()), '$eq', condition)]);
  if (Object.keys(condition).length === 0) throw badFilter(`The filter on "${def.slug}" is empty.`);
  refuseHalfReference(def, condition);
  let filled = false;
  const tests: Test[] = [];
  for (const [key, given] of Object.entries(condition)) {
    if (key === '$not_empty') {
      if (given !== true) throw badFilter('$not_empty takes true only; wrap it in $not for the contrary.');
      filled = true;
    } else if (key.startsWith('$')) tests.push(fieldTest(def, usual(), kindOf(usual()), key, given));
    else if (!isRecord(given)) tests.push(fieldTest(def, key, kindOf(key), '$eq', given));
    else {
      for (const [operator, operand] of Object.entries(given)) {
        tests.push(fieldTest(def, key, kindOf(key), operator, operand));
      }
    }
  }
  return (values) => (!filled || values.length > 0) && (tests.length === 0 || some(tests)(values));
}

const some =
  (tests: readonly Test[]) =>
  (values: readonly StoredValue[]): boolean =>
    values.some((value) => tests.every((test) => test(value)));

const nameable = (fields: Fields): string => Object.keys(fields.kinds).join(' and ');

/** Compared by equality, a reference needs its type and its id. */
function refuseHalfReference(def: AttributeDef, condition: Record<string, unknown>): void {
  if (def.type !== 'actor-reference' && def.type !== 'record-reference') return;
  const bare = Object.values(condition).some((value) => !isRecord(value) && value !== true);
  const missing = Object.keys(FIELDS[def.type].kinds).filter((field) => !(field in condition));
  if (bare && missing.length > 0) throw badFilter(`A filter on "${def.slug}" also needs ${missing.join(', ')}.`);
}

function fieldTest(def: AttributeDef, field: string, kind: Kind | undefined, operator: string, operand: unknown): Test {
  if (kind === undefined) throw badFilter(`"${def.slug}" has no property "${field}".`);
  if (!OPERATORS[kind].includes(operator)) {
    throw badFilter(`${operator} can not be used on "${def.slug}"; use one of ${OPERATORS[kind].join(', ')}.`);
  }
  if (kind === 'choice') {
    const choice = def.choices.find((each) => each.title === operand || each.id === operand);
    if (!choice) throw badFilter(`"${def.slug}" has no option ${JSON.stringify(operand)}.`);
    return (value) => choiceOf(def, value.body) === choice;
  }
  if (operator === '$in') {
    if (!Array.isArray(operand)) throw badFilter('$in takes a list.');
    return (value) => operand.includes(value.body[field]);
  }
  const wanted = comparable(kind, operand);
  if (wanted === undefined) throw badFilter(`${JSON.stringify(operand)} does not fit "${def.slug}".`);
  return (value) => {
    const actual = comparable(kind, value.body[field]);
    return actual !== undefined && compare(operator, actual, wanted);
  };
}

type Comparable = string | number | bigint | boolean;

function comparable(kind: Kind, value: unknown): Comparable | undefined {
  if (kind === 'number') return typeof value === 'number' ? value : undefined;
  if (kind === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (typeof value !== 'string') return undefined;
  if (kind === 'time') return nanosOf(value);
  return kind === 'caseless' ? value.toLowerCase() : value;
}

function compare(operator: string, actual: Comparable, wanted: Comparable): boolean {
  const [text, part] = [String(actual).toLowerCase(), String(wanted).toLowerCase()];
  switch (operator) {
    case '$contains':
      return text.includes(part);
    case '$starts_with':
      return text.startsWith(part);
    case '$ends_with':
      return text.endsWith(part);
    case '$lt':
      return actual < wanted;
    case '$lte':
      return actual <= wanted;
    case '$gt':
      return actual > wanted;
    case '$gte':
      return actual >= wanted;
    default:
      return actual === wanted;
  }
}
