/** The sections of the runbook, in its order; their ids are the anchors of the text. */
export const SECTIONS = {
  checklist: 'First look: is the server well, and does the project move',
  search_empty: 'Search finds nothing',
  connector_sync: 'A connector does not sync',
  daily_pipeline: 'The daily pipeline is silent',
  recommendations_few: 'Few recommendations or none',
  similarity_empty: 'No similar cases',
  auth: 'People are asked to sign in again and again',
  monitoring: 'What to watch',
} as const;

export type SectionId = keyof typeof SECTIONS;

/** `skipped`: there is nothing to judge, or it could not be read. */
export const CHECK_STATUSES = ['ok', 'warn', 'fail', 'skipped'] as const;
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/**
 * One step of a cure; the steps of a remedy are taken in their order. It is a request of this API (`method`, `path`,
 * `body`), environment variables to set before a restart (`set`), or a command to run where the server runs (`run`).
 * Values in angle brackets, such as `<new token>`, are secrets that only the operator has.
 */
export interface RemedyStep {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | null;
  path: string | null;
  body: Record<string, unknown> | null;
  set: Record<string, string> | null;
  run: string | null;
  note: string;
}

/** One thing that was looked at: what was seen, what is expected, and what to do where they differ. */
export interface Check {
  id: string;
  title: string;
  status: CheckStatus;
  observed: string;
  expected: string;
  /** Empty where there is nothing to cure here. */
  remedy: RemedyStep[];
  /** Id of the check that explains this one: cure that first. Null: nothing seen explains it. */
  because_of: string | null;
}

export interface Section {
  id: SectionId;
  title: string;
  /** The worst of its checks; `skipped` when all are. */
  status: CheckStatus;
  checks: Check[];
}

/** Where to begin. */
export interface FirstCause {
  check: string;
  section: SectionId;
  title: string;
  status: 'warn' | 'fail';
  observed: string;
  remedy: RemedyStep[];
}

export interface Verdict {
  status: 'ok' | 'warn' | 'fail';
  /** Null when everything is well. */
  first_cause: FirstCause | null;
  counts: Record<CheckStatus, number>;
}

/** The runbook's answer about one project at one moment. */
export interface Diagnosis {
  project: { id: string; name: string };
  generated_at: string;
  verdict: Verdict;
  sections: Section[];
}
