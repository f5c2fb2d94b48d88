import { describe, expect, it } from '@jest/globals';
import { contentHash } from '../kit/content-hash.js';
import { readObject } from '../kit/read-rows.js';
import { readStamp } from '../kit/stamp.js';
import { attioDialect } from './dialect.js';
import { type AttioRecord, recordSchema, taskSchema } from './payloads.js';
import { dealRow, personRow, withoutNoise } from './record-mapper.js';
import { firstText, moneyOf, stageOf, textsOf } from './values.js';
import type { Workspace } from './workspace.js';

const AT = '2026-01-05T09:30:00.123456789Z';
const workspace: Workspace = { id: null, memberName: () => 'Mira', objectSlug: (name) => name, recordUrl: () => null };

function record(values: unknown, more: object = {}): AttioRecord {
  const read = readObject(recordSchema, {
    id: { workspace_id: 'w', record_id: 'r-1' },
    created_at: AT,
    values,
    ...more,
  });
  if (typeof read === 'string') throw new Error(read);
  return read.fields;
}

describe('a record envelope', () => {
  it('may lack its values', () => {
    expect(record(undefined).values).toEqual({});
    expect(record(null).values).toEqual({});
  });

  it.each([
    ['no id', { id: null }],
    ['an id that would lead elsewhere', { id: { record_id: '../self' } }],
    ['a date that is none', { created_at: 'yesterday' }],
    ['values that are none', { values: 'none' }],
  ])('%s can not be read', (_name, more) =>
    expect(typeof readObject(recordSchema, { id: { record_id: 'r' }, created_at: AT, values: {}, ...more })).toBe(
      'string',
    ),
  );

  it('keeps only active values, also one outside a list', () => {
    const row = record({
      name: [
        { value: 'old', active_until: AT },
        { value: 'new', active_until: null },
      ],
      alone: { value: 'single' },
      odd: [null, 7, 'text', { option: null }],
    });
    expect(textsOf(row, 'name')).toEqual(['new']);
    expect(firstText(row, 'alone')).toBe('single');
    expect(textsOf(row, 'odd')).toEqual([]);
    expect(textsOf(row, 'missing')).toEqual([]);
  });

  it.each([
    ['a currency', { currency_value: 12.5, currency_code: 'EUR' }, 12.5, 'EUR'],
    ['a currency without code', { currency_value: 0 }, 0, null],
    ['a number', { value: 7 }, 7, null],
    ['a number as text', { value: '7.25' }, 7.25, null],
    ['the most that money can have', { value: 1e13 }, 1e13, null],
    ['more than that', { currency_value: 1e14, currency_code: 'EUR' }, null, null],
    ['more than there are numbers', { value: '1e999' }, null, null],
    ['words', { value: 'much' }, null, null],
    ['nothing', {}, null, null],
  ])('reads the amount of %s', (_name, value, amount, currency) =>
    expect(moneyOf(record({ budget: [value] }), 'budget')).toMatchObject({ amount, currency }),
  );

  it.each([
    ['a status', { status: { id: { status_id: 's-1' }, title: 'Won' } }, { id: 's-1', title: 'Won' }],
    ['its bare id', { status: 's-1' }, { id: 's-1', title: null }],
    ['a select', { option: { id: { option_id: 'o-1' }, title: 'Won' } }, { id: 'o-1', title: 'Won' }],
    ['nothing', { status: null }, { id: null, title: null }],
  ])('reads the stage from %s', (_name, value, stage) =>
    expect(stageOf(record({ stage: [{ active_from: AT, ...value }] }), 'stage')).toMatchObject(stage),
  );
});

describe('rows', () => {
  const raw = {
    id: { record_id: 'r-1' },
    created_at: AT,
    web_url: null,
    values: {
      stage: [{ active_from: AT, status: { id: { status_id: 's-9' }, title: 'Won 🎉' } }],
      value: [{ active_from: AT, currency_value: 100, currency_code: 'USD' }],
      money: [{ active_from: AT, value: 40 }],
      associated_people: [{ target_record_id: 'b' }, { target_record_id: 'a' }],
    },
  };
  const row = () => {
    const read = readObject(recordSchema, raw);
    if (typeof read === 'string') throw new Error(read);
    return dealRow(read, workspace, { budget: 'money', cost: 'spent' });
  };

  it('know a deal by its attributes, whatever they are called', () =>
    expect(row()).toMatchObject({
      stage_status: 'won',
      won: true,
      closed_at: new Date('2026-01-05T09:30:00.123Z'),
      stage_since: AT,
      planned_budget: 40,
      cost: null,
      person_record_ids: ['a', 'b'],
      vendor_created_at_text: AT,
    }));

  it('have a hash that no order of values and no signed picture changes', () => {
    const deal = row();
    const shuffled = structuredClone(deal) as { data: typeof raw };
    shuffled.data.values.associated_people.reverse();
    expect(contentHash(shuffled)).toBe(contentHash(deal));
    shuffled.data.values.money[0]!.value = 41;
    expect(contentHash(shuffled)).not.toBe(contentHash(deal));
    expect(withoutNoise({ values: { name: [], logo_url: [1] } })).toEqual({ values: { name: [] } });
  });

  it('know since when a person is who it is', () => {
    const later = '2026-02-01T00:00:00.000000001Z';
    const read = readObject(recordSchema, {
      id: { record_id: 'p' },
      created_at: AT,
      values: {
        name: [{ active_from: AT, full_name: 'Ada' }],
        email_addresses: [{ active_from: later, email_address: 'a@x.example' }, { email_address: 'b@x.example' }],
        job_title: [{ active_from: '2027-01-01T00:00:00Z', value: 'CTO' }],
      },
    });
    if (typeof read === 'string') throw new Error(read);
    expect(personRow(read)).toMatchObject({ email: 'a@x.example', contact_since: later, company_record_id: null });
  });

  it('tell times from other texts', () => {
    expect(readStamp(AT)).toEqual({ at: new Date('2026-01-05T09:30:00.123Z'), exact: AT });
    expect(readStamp('2026-01-05')?.at).toEqual(new Date('2026-01-05T00:00:00Z'));
    for (const bad of ['soon', '2026-13-45T00:00:00Z', '5', 5, null, {}]) expect(readStamp(bad)).toBeNull();
    const task = { id: { task_id: 't' }, created_at: AT, content_plaintext: 'x', deadline_at: null };
    expect(readObject(taskSchema, task)).toMatchObject({ fields: { is_completed: false, linked_records: [] } });
    expect(typeof readObject(taskSchema, { ...task, deadline_at: 'soon' })).toBe('string');
  });
});

describe('the dialect', () => {
  const failure = (status: number, code: unknown) => attioDialect.failure?.({ status, headers: {}, body: { code } });
  it.each([
    [404, 'merge_in_progress', 'vendor_error'],
    [403, 'quota_exceeded', 'rate_limited'],
    [403, 'unauthorized', 'auth'],
    [403, 'billing_error', 'config'],
  ])('%i %s is %s', (status, code, kind) => expect(failure(status, code)).toMatchObject({ kind, retry: false }));
  it.each([
    [404, 'not_found'],
    [200, 'quota_exceeded'],
    [404, 'constructor'],
    [500, null],
  ])('%i %s is what its status says', (status, code) => expect(failure(status, code)).toBeNull());
});
