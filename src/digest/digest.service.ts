import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Span } from '../common/day.js';
import type { Locale } from '../common/locale.js';
import { Database } from '../database/index.js';
import { Portfolio, type Whose } from '../portfolio/index.js';
import { changesOf, HEALTH_POINTS, RISK_POINTS } from './domain/changes.js';
import { changeLine, type Line } from './domain/lines.js';
import { linkToAdvice, linkToProject } from './domain/links.js';
import { lastFullDay } from './domain/span.js';
import { TEXTS } from './domain/texts/languages.js';
import { FactsRepository, type DigestProject } from './facts.repository.js';

/** Lines of each part at most; the totals count all. */
const MAX_LINES = 100;
const MAX_PROJECTS = 20;

type Attention = Awaited<ReturnType<Portfolio['page']>>['projects'][number];
export type Digest = Awaited<ReturnType<Digests['of']>>;

/** Tells what happened in some days in projects of an account scope, or in all that a person reaches. */
@Injectable()
export class Digests {
  constructor(
    private readonly database: Database,
    private readonly facts: FactsRepository,
    private readonly portfolio: Portfolio,
    private readonly clock: Clock,
  ) {}

  /** Who needs attention is of now, so it stands with the latest days only. */
  async of(whose: Whose, span: Span, locale: Locale) {
    const texts = TEXTS[locale];
    const { projects, changed, settled } = await this.database.reading(async (tx) => {
      const all = await this.facts.projects(tx, whose);
      const ids = all.map(({ id }) => id);
      return {
        projects: new Map(all.map((one) => [one.id, one])),
        changed: changesOf(await this.facts.of(tx, ids, span, locale)),
        settled: await this.facts.settled(tx, ids, span, locale),
      };
    });
    const attention = span.to >= lastFullDay(this.clock.now()) ? await this.attention(whose, locale) : null;
    const of = (id: string): DigestProject => projects.get(id) ?? { id, name: '' };
    const totals = { changes: changed.length, attention: attention?.total ?? 0, done: settled.length };
    const quiet = changed.length === 0 && settled.length === 0;
    return {
      ...span,
      locale,
      title: texts.title(span),
      quiet,
      summary: quiet
        ? texts.quiet(span, HEALTH_POINTS, RISK_POINTS)
        : texts.summary({ ...totals, attention: attention?.total ?? null }),
      totals,
      changes: changed.slice(0, MAX_LINES).map((change) => {
        const { project_id, ...line } = changeLine(change, locale);
        return { project: of(project_id), ...line };
      }),
      attention: attention?.projects ?? null,
      done: settled.slice(0, MAX_LINES).map(({ project_id, title, ...advice }) => ({
        project: of(project_id),
        ...advice,
        title,
        words: texts.settled[advice.what](title, advice.by),
        link: linkToAdvice(project_id, advice.recommendation_id, advice.what),
      })),
    };
  }

  private async attention(whose: Whose, locale: Locale) {
    const filter = { assignees: [], state: 'going_on', attention: true } as const;
    const choice = { filter, sort: 'troubled', limit: MAX_PROJECTS, after: null } as const;
    const { projects, totals } = await this.portfolio.page(whose, choice, locale);
    return {
      total: totals.projects,
      projects: projects.map((one) => ({
        project: { id: one.id, name: one.name },
        health: one.scores.project_health.value,
        reasons: reasonsOf(one, locale),
      })),
    };
  }
}

/** Why it needs somebody: the risks that are there, and what to do first. */
function reasonsOf({ id, risks, recommendations: { first } }: Attention, locale: Locale): Line[] {
  const there = risks.flatMap(({ risk_type, status, since }) =>
    status === 'already' && since !== null ? [{ risk_type, since }] : [],
  );
  return [
    ...there.map(({ risk_type, since }) => ({
      words: TEXTS[locale].there(risk_type, since),
      link: linkToProject(id, 'risks'),
    })),
    ...(first ? [{ words: first.title, link: linkToAdvice(id, first.id, first.status) }] : []),
  ];
}
