import type { AttributeType, ObjectSlug } from './records.js';

export interface ChoiceDef {
  id: string;
  title: string;
  is_archived: boolean;
  /** Statuses only. */
  celebration_enabled?: boolean;
}

/** One column of an object or a list. */
export interface AttributeDef {
  id: string;
  slug: string;
  title: string;
  type: AttributeType;
  multi: boolean;
  unique: boolean;
  required: boolean;
  system: boolean;
  writable: boolean;
  archived: boolean;
  /** Filled by Attio from mail and calendars: no history can be read of it. */
  intelligence: boolean;
  target: ObjectSlug | null;
  /** The other side of a relationship, where the values really are. */
  inverse: { object: ObjectSlug; attribute: string } | null;
  /** Statuses of a status, options of a select. */
  choices: ChoiceDef[];
}

export type AttributePlan = Partial<Omit<AttributeDef, 'id' | 'choices'>> & {
  slug: string;
  type: AttributeType;
  choices?: (string | Omit<ChoiceDef, 'id'>)[];
};

const system = { system: true, writable: false } as const;
const interaction = (slug: string): AttributePlan => ({ slug, type: 'interaction', ...system, intelligence: true });
const text = (slug: string): AttributePlan => ({ slug, type: 'text' });

const CREATED: AttributePlan[] = [
  { slug: 'created_at', type: 'timestamp', ...system },
  { slug: 'created_by', type: 'actor-reference', ...system },
];
const RECORD_ID: AttributePlan = { slug: 'record_id', title: 'Record ID', type: 'text', unique: true, ...system };
const SOCIALS = ['linkedin', 'twitter', 'facebook', 'instagram', 'angellist'].map(text);
const INTERACTIONS = ['first_interaction', 'last_interaction', 'next_interaction'].map(interaction);

/** An agency's pipeline. */
export const STAGES = ['Lead', 'Discovery', 'Proposal', 'Negotiation', 'Won', 'Lost'] as const;
export type Stage = (typeof STAGES)[number];

export const CATEGORIES = [
  'Hospitality',
  'Retail',
  'Health',
  'Construction',
  'Crafts',
  'Services',
  'Education',
] as const;

export const OBJECT_PLANS: Record<ObjectSlug, { nouns: [string, string]; attributes: AttributePlan[] }> = {
  people: {
    nouns: ['Person', 'People'],
    attributes: [
      RECORD_ID,
      { slug: 'email_addresses', type: 'email-address', multi: true, unique: true, system: true },
      { slug: 'name', type: 'personal-name', system: true },
      { slug: 'company', type: 'record-reference', target: 'companies', system: true },
      text('description'),
      text('job_title'),
      { slug: 'phone_numbers', type: 'phone-number', multi: true },
      { slug: 'primary_location', type: 'location' },
      ...SOCIALS,
      ...INTERACTIONS,
      {
        slug: 'associated_deals',
        type: 'record-reference',
        multi: true,
        target: 'deals',
        inverse: { object: 'deals', attribute: 'associated_people' },
      },
      ...CREATED,
    ],
  },
  companies: {
    nouns: ['Company', 'Companies'],
    attributes: [
      RECORD_ID,
      { slug: 'domains', type: 'domain', multi: true, unique: true, system: true },
      { slug: 'name', type: 'text', system: true },
      text('description'),
      {
        slug: 'team',
        type: 'record-reference',
        multi: true,
        target: 'people',
        inverse: { object: 'people', attribute: 'company' },
      },
      { slug: 'categories', type: 'select', multi: true, choices: [...CATEGORIES] },
      { slug: 'primary_location', type: 'location' },
      ...SOCIALS,
      ...INTERACTIONS,
      {
        slug: 'associated_deals',
        type: 'record-reference',
        multi: true,
        target: 'deals',
        inverse: { object: 'deals', attribute: 'associated_company' },
      },
      ...CREATED,
    ],
  },
  deals: {
    nouns: ['Deal', 'Deals'],
    attributes: [
      RECORD_ID,
      { slug: 'name', type: 'text', required: true, system: true },
      {
        slug: 'stage',
        title: 'Deal stage',
        type: 'status',
        required: true,
        system: true,
        choices: STAGES.map((title) => ({ title, is_archived: false, celebration_enabled: title === 'Won' })),
      },
      { slug: 'owner', title: 'Deal owner', type: 'actor-reference', required: true, system: true },
      { slug: 'value', title: 'Deal value', type: 'currency', system: true },
      { slug: 'associated_people', type: 'record-reference', multi: true, target: 'people', system: true },
      { slug: 'associated_company', type: 'record-reference', target: 'companies', system: true },
      { slug: 'budget', type: 'currency' },
      { slug: 'cost', type: 'currency' },
      text('next_step'),
      { slug: 'close_date', type: 'date' },
      { slug: 'lead_source', type: 'text', archived: true },
      ...CREATED,
    ],
  },
};

export const KEY_ACCOUNTS = {
  slug: 'key_accounts',
  name: 'Key accounts',
  parent: 'companies' as ObjectSlug,
  attributes: [
    { slug: 'entry_id', title: 'Entry ID', type: 'text', unique: true, ...system },
    { slug: 'parent_record', type: 'record-reference', target: 'companies', ...system },
    { slug: 'tier', type: 'select', choices: ['Gold', 'Silver', 'Bronze'] },
    { slug: 'health', type: 'rating' },
    { slug: 'renewal_date', type: 'date' },
    ...CREATED,
  ] as AttributePlan[],
};
