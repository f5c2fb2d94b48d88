export type ObjectSlug = 'people' | 'companies' | 'deals';

export type AttributeType =
  | 'text'
  | 'number'
  | 'checkbox'
  | 'currency'
  | 'date'
  | 'timestamp'
  | 'rating'
  | 'status'
  | 'select'
  | 'record-reference'
  | 'actor-reference'
  | 'location'
  | 'domain'
  | 'email-address'
  | 'phone-number'
  | 'interaction'
  | 'personal-name';

export interface Actor {
  type: 'workspace-member' | 'api-token' | 'system' | 'app';
  id: string | null;
}

/** The type's own fields; a status or select keeps only the option's id, its title is looked up when it is shown. */
export type ValueBody = Record<string, unknown>;

export interface StoredValue {
  active_from: string;
  /** Null while it is the value; after that it is history. */
  active_until: string | null;
  actor: Actor;
  body: ValueBody;
}

/** A record, or a list's entry: something with attributes. All times in this API are ISO text with nanoseconds. */
export interface ValueRow {
  id: string;
  /** Slug of the object, or of the list for an entry. */
  owner: string;
  /** The record an entry stands for. */
  parent?: { object: ObjectSlug; record_id: string };
  created_at: string;
  created_by: Actor;
  /** Past values too, oldest first. Attributes without a value have no key. */
  values: Record<string, StoredValue[]>;
}

export interface RecordRow extends ValueRow {
  owner: ObjectSlug;
}

export interface NoteRow {
  id: string;
  parent_object: ObjectSlug;
  parent_record_id: string;
  title: string;
  markdown: string;
  meeting_id: string | null;
  created_by: Actor;
  created_at: string;
}

export interface Link {
  object: ObjectSlug;
  record_id: string;
}

export interface TaskRow {
  id: string;
  content: string;
  deadline_at: string | null;
  is_completed: boolean;
  completed_at: string | null;
  links: Link[];
  /** Workspace member ids. */
  assignees: string[];
  created_by: Actor;
  created_at: string;
}

export type Moment = { datetime: string; timezone: string } | { date: string };

export interface Participant {
  status: 'accepted' | 'tentative' | 'declined' | 'pending';
  is_organizer: boolean;
  email_address: string;
  name: string | null;
}

export interface MeetingRow {
  id: string;
  title: string;
  description: string;
  is_all_day: boolean;
  start: Moment;
  end: Moment;
  participants: Participant[];
  links: Link[];
  created_by: Actor;
  created_at: string;
}

export interface Member {
  id: string;
  first_name: string;
  last_name: string;
  email_address: string;
  access_level: 'admin' | 'member' | 'suspended';
  created_at: string;
}
