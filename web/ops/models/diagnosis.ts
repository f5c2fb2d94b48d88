import type { AnswerOf, Check } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';
import { stepView, type StepView } from './remedy.js';

export type Diagnosis = Pick<AnswerOf<'diagnose'>, 'verdict' | 'sections'>;
type CheckStatus = Check['status'];

export interface VerdictView {
  status: 'ok' | 'warn' | 'fail';
  headline: string;
  /** By status, worst first; without those that are zero. */
  counts: { status: CheckStatus; text: string }[];
  cause: { id: string; status: 'warn' | 'fail'; title: string; observed: string; steps: StepView[] } | null;
}

export interface CheckView {
  id: string;
  title: string;
  status: CheckStatus;
  observed: string;
  expected: string;
  steps: StepView[];
  /** The check that explains this one, and is to be cured first. */
  because: { id: string; title: string } | null;
}

export interface SectionView {
  id: string;
  title: string;
  status: CheckStatus;
  /** How many of its checks are in which state, in words. */
  summary: string;
  checks: CheckView[];
}

const WORST_FIRST: readonly CheckStatus[] = ['fail', 'warn', 'ok', 'skipped'];

/** What to read first. */
export function verdictView({ verdict }: Diagnosis, texts: Texts, format: Format): VerdictView {
  const { first_cause: cause } = verdict;
  return {
    status: verdict.status,
    headline: texts.verdict[verdict.status],
    counts: countsOf((status) => verdict.counts[status], texts, format),
    cause: cause && {
      id: cause.check,
      status: cause.status,
      title: cause.title,
      observed: cause.observed,
      steps: cause.remedy.map(stepView),
    },
  };
}

/** The runbook's sections in their order, in each the checks that are not well first. */
export function sectionViews({ sections }: Diagnosis, texts: Texts, format: Format): SectionView[] {
  const checks = sections.flatMap((section) => section.checks);
  const because = (id: string | null) => {
    const cause = checks.find((check) => check.id === id);
    return cause ? { id: cause.id, title: cause.title } : null;
  };
  return sections.map((section) => ({
    id: section.id,
    title: section.title,
    status: section.status,
    summary: countsOf((status) => section.checks.filter((check) => check.status === status).length, texts, format)
      .map(({ text }) => text)
      .join(', '),
    checks: WORST_FIRST.flatMap((status) => section.checks.filter((check) => check.status === status)).map((check) => ({
      id: check.id,
      title: check.title,
      status: check.status,
      observed: check.observed,
      expected: check.expected,
      steps: check.remedy.map(stepView),
      because: because(check.because_of),
    })),
  }));
}

function countsOf(count: (status: CheckStatus) => number, texts: Texts, format: Format): VerdictView['counts'] {
  return WORST_FIRST.flatMap((status) => {
    const n = count(status);
    return n === 0 ? [] : [{ status, text: texts.verdict.counts[status](n, format.number(n)) }];
  });
}
