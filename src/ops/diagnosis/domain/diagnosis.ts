import type { Text } from './wording.js';

/** The sections of the runbook, in its order; their ids are the anchors of the text. */
export const SECTIONS = {
  checklist: {
    en: 'First look: is the server well, and does the project move',
    ru: 'Первый взгляд: жив ли сервер и движется ли проект',
  },
  search_empty: { en: 'Search finds nothing', ru: 'Поиск ничего не находит' },
  connector_sync: { en: 'A connector does not sync', ru: 'Коннектор не синхронизируется' },
  daily_pipeline: { en: 'The daily pipeline is silent', ru: 'Ежедневный расчёт молчит' },
  recommendations_few: { en: 'Few recommendations or none', ru: 'Рекомендаций мало или нет' },
  similarity_empty: { en: 'No similar cases', ru: 'Нет похожих случаев' },
  auth: { en: 'People are asked to sign in again and again', ru: 'Людей снова и снова просят войти' },
  monitoring: { en: 'What to watch', ru: 'За чем следить' },
} as const satisfies Record<string, Text>;

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

export interface DiagnosisVerdict {
  status: 'ok' | 'warn' | 'fail';
  /** Null when everything is well. */
  first_cause: FirstCause | null;
  counts: Record<CheckStatus, number>;
}

/** The runbook's answer about one project at one moment. */
export interface Diagnosis {
  project: { id: string; name: string };
  generated_at: string;
  verdict: DiagnosisVerdict;
  sections: Section[];
}
