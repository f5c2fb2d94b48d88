import type { Locale } from '../../common/locale.js';
import type { DigestChange, ChangeKind } from './changes.js';
import { linkToAdvice, linkToProject } from './links.js';
import { TEXTS } from './texts/languages.js';

/** A line of a digest: what is so, of which project, and where it is shown with its evidence. */
export interface Line {
  words: string;
  /** A path on this server. */
  link: string;
}

export type ChangeLine = Line & Omit<DigestChange, 'weight'>;

/** The change in words. */
export function changeLine({ weight: _weight, ...change }: DigestChange, locale: Locale): ChangeLine {
  const { kind, risk_type, title, before, after, day } = change;
  const figures = {
    risk: risk_type ?? 'client_risk',
    title: title ?? '',
    before: before ?? 0,
    after: after ?? 0,
    day: day ?? '',
  };
  return { ...change, words: TEXTS[locale].change[kind](figures), link: linkOf(change) };
}

const PART: Readonly<Record<Exclude<ChangeKind, 'advice_opened' | 'advice_lapsed'>, 'lines' | 'risks'>> = {
  health_fell: 'lines',
  health_rose: 'lines',
  risk_came: 'risks',
  risk_over: 'risks',
  risk_rose: 'risks',
  risk_fell: 'risks',
};

function linkOf({ kind, project_id, recommendation_id }: Omit<DigestChange, 'weight'>): string {
  if (kind === 'advice_opened') return linkToAdvice(project_id, recommendation_id ?? '', ALL_BUT_OVER);
  if (kind === 'advice_lapsed') return linkToAdvice(project_id, recommendation_id ?? '', 'expired');
  return linkToProject(project_id, PART[kind]);
}

/** It may have been put away meanwhile, and is to be found all the same. */
const ALL_BUT_OVER = 'new,acknowledged,snoozed,done,dismissed';
