import { stageStatus } from './domain/stage-words.js';
import { isObject } from '../kit/content-hash.js';
import type { Columns } from '../kit/listed.js';
import type { Read } from '../kit/read-rows.js';
import { readStamp } from '../kit/stamp.js';
import type { AttioRecord } from './payloads.js';
import { firstText, latestSince, moneyOf, stageOf, textsOf } from './values.js';
import type { Workspace } from './workspace.js';

/** Slugs of the attributes in which a workspace keeps what Attio has no attribute of its own for. */
export interface DealAttributes {
  readonly budget: string;
  readonly cost: string;
}

/** The attributes whose change makes a person another contact than before. */
const CONTACT = ['name', 'email_addresses', 'company'];

export function companyRow({ fields, raw }: Read<AttioRecord>): Columns {
  return {
    record_id: fields.id.record_id,
    name: firstText(fields, 'name'),
    domains: textsOf(fields, 'domains'),
    description: firstText(fields, 'description'),
    ...common(fields, raw),
  };
}

export function personRow({ fields, raw }: Read<AttioRecord>): Columns {
  const emails = textsOf(fields, 'email_addresses');
  return {
    record_id: fields.id.record_id,
    name: firstText(fields, 'name'),
    email: emails[0] ?? null,
    emails,
    job_title: firstText(fields, 'job_title'),
    company_record_id: firstText(fields, 'company'),
    contact_since: latestSince(fields, CONTACT),
    ...common(fields, raw),
  };
}

export function dealRow({ fields, raw }: Read<AttioRecord>, workspace: Workspace, attributes: DealAttributes): Columns {
  const stage = stageOf(fields, 'stage');
  const status = stageStatus(stage.title);
  const value = moneyOf(fields, 'value');
  const budget = moneyOf(fields, attributes.budget);
  const cost = moneyOf(fields, attributes.cost);
  const owner = firstText(fields, 'owner');
  return {
    record_id: fields.id.record_id,
    name: firstText(fields, 'name'),
    stage_id: stage.id,
    stage_title: stage.title,
    stage_status: status,
    stage_since: stage.since,
    won: status === 'won',
    closed_at: status === 'open' ? null : (readStamp(stage.since)?.at ?? null),
    amount: value.amount,
    currency: value.currency,
    amount_since: value.since,
    planned_budget: budget.amount,
    planned_budget_currency: budget.currency,
    planned_budget_since: budget.since,
    cost: cost.amount,
    cost_currency: cost.currency,
    cost_since: cost.since,
    company_record_id: firstText(fields, 'associated_company'),
    person_record_ids: textsOf(fields, 'associated_people').sort(),
    owner_id: owner,
    owner_name: workspace.memberName(owner),
    ...common(fields, raw),
  };
}

/** Attio signs the addresses of pictures again now and then, without any change of the record. */
const NOISE = new Set(['avatar_url', 'logo_url']);

/** A record as it is kept: without the attributes that change by themselves. */
export function withoutNoise(raw: Readonly<Columns>): Columns {
  const { values } = raw;
  if (!isObject(values)) return { ...raw };
  return { ...raw, values: Object.fromEntries(Object.entries(values).filter(([slug]) => !NOISE.has(slug))) };
}

const common = ({ web_url, created_at }: AttioRecord, raw: Read<AttioRecord>['raw']): Columns => ({
  web_url,
  vendor_created_at: created_at.at,
  vendor_created_at_text: created_at.exact,
  data: withoutNoise(raw),
});
