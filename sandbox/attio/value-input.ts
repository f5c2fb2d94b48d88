import { isRecord } from '../http/exchange.js';
import type { AttributeDef } from './attributes.js';
import { nanosOf, nanoStamp } from './nano-clock.js';
import type { ValueBody } from './records.js';

const DIAL_CODES: Record<string, string> = {
  '+39': 'IT',
  '+44': 'GB',
  '+46': 'SE',
  '+49': 'DE',
  '+34': 'ES',
  '+33': 'FR',
  '+351': 'PT',
  '+353': 'IE',
  '+420': 'CZ',
  '+7': 'RU',
};

/** @returns the last two labels: near enough to a public suffix list for the invented domains here */
const rootOf = (domain: string): string => domain.split('.').slice(-2).join('.');

/**
 * @param input what a mutation says, short: a title for a status, an address for an e-mail, an amount for a currency
 * @returns the value's own fields
 */
export function bodyOf(def: AttributeDef, input: unknown): ValueBody {
  switch (def.type) {
    case 'text':
    case 'number':
    case 'checkbox':
    case 'date':
    case 'rating':
      return { value: input };
    case 'timestamp':
      return { value: nanoStamp(nanosOf(String(input)) ?? 0n) };
    case 'currency':
      return isRecord(input) ? { ...input } : { currency_value: input, currency_code: 'EUR' };
    case 'status':
    case 'select': {
      const choice = def.choices.find((each) => each.title === input || each.id === input);
      if (!choice) throw new Error(`${def.slug} has no option '${String(input)}'`);
      return { choice_id: choice.id };
    }
    case 'personal-name': {
      const full = String(input);
      const space = full.indexOf(' ');
      const [first, last] = space < 0 ? [full, ''] : [full.slice(0, space), full.slice(space + 1)];
      return { first_name: first, last_name: last, full_name: full };
    }
    case 'email-address': {
      const original = String(input);
      const address = original.toLowerCase();
      const [local = '', domain = ''] = address.split('@');
      return {
        email_address: address,
        original_email_address: original,
        email_domain: domain,
        email_root_domain: rootOf(domain),
        email_local_specifier: local,
      };
    }
    case 'phone-number': {
      const number = String(input).replaceAll(/[^+\d]/g, '');
      const code = Object.keys(DIAL_CODES).find((each) => number.startsWith(each));
      return {
        phone_number: number,
        original_phone_number: String(input),
        country_code: code === undefined ? null : DIAL_CODES[code],
      };
    }
    case 'domain':
      return { domain: String(input), root_domain: rootOf(String(input)) };
    case 'location':
      return { ...NOWHERE, ...(isRecord(input) ? input : { locality: input }) };
    case 'record-reference':
      return { target_object: def.target, target_record_id: input };
    case 'actor-reference':
      return { referenced_actor_type: 'workspace-member', referenced_actor_id: input };
    case 'interaction':
      return isRecord(input) ? { ...input } : {};
  }
}

const NOWHERE = {
  line_1: null,
  line_2: null,
  line_3: null,
  line_4: null,
  locality: null,
  region: null,
  postcode: null,
  country_code: null,
  latitude: null,
  longitude: null,
};
