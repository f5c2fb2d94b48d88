import type { Locale } from '../../../common/locale.js';
import { becauseOf, firstCause, unreadBecauseOf } from './causality.js';
import { CHECKS } from './catalogue.js';
import type { CheckDefinition, Settings } from './check.js';
import {
  type Check,
  type CheckStatus,
  type Diagnosis,
  type SectionId,
  SECTIONS,
  type DiagnosisVerdict,
} from './diagnosis.js';
import type { DiagnosisFacts } from './facts.js';
import { forProject } from './remedy.js';
import { wordsIn, type DiagnosisWords } from './wording.js';

const STATUSES = ['fail', 'warn', 'ok', 'skipped'] as const;

/** Runs every check over the facts, says what explains what, and where to begin. */
export function diagnose(facts: DiagnosisFacts, settings: Settings, now: Date, locale: Locale = 'en'): Diagnosis {
  const words = wordsIn(locale);
  const seen = CHECKS.map((definition) => looked(definition, facts, settings, now, words));
  const statuses = new Map(seen.map(({ check }) => [check.id, check.status]));
  for (const { check, unread } of seen)
    if (check.status !== 'ok') check.because_of = unread ? unreadBecauseOf(statuses) : becauseOf(check.id, statuses);
  return {
    project: { id: facts.project.id, name: facts.project.name },
    generated_at: now.toISOString(),
    verdict: verdictOf(seen, statuses),
    sections: (Object.keys(SECTIONS) as SectionId[]).map((id) => {
      const checks = seen.filter(({ section }) => section === id).map(({ check }) => check);
      return { id, title: SECTIONS[id][locale], status: worstOf(checks.map(({ status }) => status)), checks };
    }),
  };
}

interface Looked {
  unread: boolean;
  section: SectionId;
  check: Check;
}

function looked(
  { id, section, title, trouble, look }: CheckDefinition,
  facts: DiagnosisFacts,
  settings: Settings,
  now: Date,
  words: DiagnosisWords,
): Looked {
  const { status, observed, expected, remedy = [], unread = false } = look(facts, settings, now, words);
  const heading = status === 'fail' || status === 'warn' ? trouble : title;
  const steps = remedy.map((step) => forProject(step, facts.project.id));
  return {
    unread,
    section,
    check: {
      id,
      title: heading[words.locale],
      status,
      observed: observed.trim(),
      expected,
      remedy: steps,
      because_of: null,
    },
  };
}

function verdictOf(seen: readonly Looked[], statuses: ReadonlyMap<string, CheckStatus>): DiagnosisVerdict {
  const counts = Object.fromEntries(
    STATUSES.map((status) => [status, seen.filter(({ check }) => check.status === status).length]),
  ) as Record<CheckStatus, number>;
  const root = seen.find(({ check }) => check.id === firstCause(statuses));
  const status = worstOf([...statuses.values()]);
  return {
    status: status === 'skipped' ? 'ok' : status,
    counts,
    first_cause: root
      ? {
          check: root.check.id,
          section: root.section,
          title: root.check.title,
          status: root.check.status as 'warn' | 'fail',
          observed: root.check.observed,
          remedy: root.check.remedy,
        }
      : null,
  };
}

const worstOf = (statuses: readonly CheckStatus[]): CheckStatus =>
  STATUSES.find((status) => statuses.includes(status)) ?? 'skipped';
