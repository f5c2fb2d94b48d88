import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { dayOf } from '../common/day.js';
import type { Locale } from '../common/locale.js';
import { DAY_MS } from '../common/time-units.js';
import { Config } from '../config/index.js';
import { Database, type Tx } from '../database/index.js';
import { forecastWords, raisedBy, RISK_TYPES } from '../kag-forecast/index.js';
import { inWords } from '../kag-recommendations/index.js';
import { ProjectLocales } from '../projects/index.js';
import { DetailsRepository, type StoredAdvice, type StoredRisk } from './details.repository.js';
import { inOrder } from './domain/advice.js';
import type { ListedProject } from './domain/listed.js';
import { pageOf, type PageChoice } from './domain/page.js';
import { isAboveUsual, likeliestOf } from './domain/risks.js';
import { scoresOver, SERIES_DAYS } from './domain/series.js';
import { needsAttention } from './domain/trouble.js';
import { ListedRepository, type Whose } from './listed.repository.js';

/** Tells of projects what a manager looks at in the morning, from what refreshes have stored. */
@Injectable()
export class Portfolio {
  constructor(
    private readonly database: Database,
    private readonly listed: ListedRepository,
    private readonly details: DetailsRepository,
    private readonly locales: ProjectLocales,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The days of the series, both ends included: today is the last. */
  seriesDays(): { from: string; to: string } {
    const now = this.clock.now();
    return { from: dayOf(new Date(now.getTime() - (SERIES_DAYS - 1) * DAY_MS)), to: dayOf(now) };
  }

  /** A page of these projects in this language; null: in each one's own. One transaction. */
  async page(whose: Whose, choice: PageChoice, locale: Locale | null) {
    return this.database.reading(async (tx) => {
      const reached = await this.listed.of(tx, whose, this.seriesDays().to);
      const { shown, totals, last } = pageOf(reached, choice);
      return { reached: reached.length, projects: await this.answersOf(tx, shown, locale), totals, last };
    });
  }

  /** The same of one project. */
  async one(userId: string, projectId: string, locale: Locale | null) {
    return this.database.reading(async (tx) => {
      const listed = await this.listed.of(tx, { userId }, this.seriesDays().to, projectId);
      const [project] = await this.answersOf(tx, listed, locale, true);
      return project;
    });
  }

  /** The rows of these projects, in order; `inFull`: all advice in words, not the first alone. Four statements. */
  private async answersOf(tx: Tx, projects: readonly ListedProject[], locale: Locale | null, inFull = false) {
    const ids = projects.filter(({ leaving }) => !leaving).map(({ id }) => id);
    const points = await this.details.points(tx, ids, this.seriesDays().from);
    const risks = await this.details.risks(tx, ids);
    const advice = await this.details.advice(tx, ids);
    const connectors = await this.details.freshness(tx, ids);
    return projects.map((listed) => {
      const { id, name, account_scope_id, ended_on, leaving, as_of, last_activity_at } = listed;
      const language = locale ?? this.locales.orUsual(listed.locale);
      return {
        id,
        name,
        account_scope_id,
        ended_on,
        leaving,
        as_of,
        last_activity_at,
        needs_attention: needsAttention(listed),
        scores: scoresOver(points.get(id) ?? [], listed.scores),
        ...risksAnswer(risks.get(id) ?? [], language),
        recommendations: this.adviceAnswer(advice.get(id) ?? [], language, inFull),
        connectors: (connectors.get(id) ?? []).map(({ project_id: _project, ...one }) => one),
      };
    });
  }

  private adviceAnswer(stored: readonly StoredAdvice[], locale: Locale, inFull: boolean) {
    const ordered = inOrder(stored);
    const [lead] = ordered;
    const brief = ({ id, category, priority, assignee }: StoredAdvice) => ({ id, category, priority, assignee });
    return {
      open: ordered.map((one) => (inFull ? this.inFull(one, locale) : brief(one))),
      first: lead ? this.inFull(lead, locale) : null,
    };
  }

  private inFull(lead: StoredAdvice, locale: Locale) {
    const { id, category, priority, due_date, owner_role, assignee, status } = lead;
    const { title, rationale } = inWords(lead, locale, this.config.RECOMMENDATIONS_PHRASING);
    return { id, category, priority, title, rationale, due_date, owner_role, assignee, status };
  }
}

function risksAnswer(stored: readonly StoredRisk[], locale: Locale) {
  const risks = RISK_TYPES.flatMap((type) => stored.find((one) => one.risk_type === type) ?? []).map((one) => ({
    ...one,
    usual: one.base_rate.p14,
  }));
  return {
    risks: risks.map((one) => {
      const { project_id: _project, usual: _usual, drivers, ...figures } = one;
      const above_usual = isAboveUsual(one);
      const raised_by = above_usual ? raisedBy(drivers, locale) : null;
      return { ...figures, above_usual, raised_by, words: forecastWords(one, locale) };
    }),
    likeliest_risk: likeliestOf(risks)?.risk_type ?? null,
  };
}
