import { Injectable } from '@nestjs/common';
import type { Locale } from '../common/locale.js';
import { Config } from '../config/index.js';
import { ProjectLocales } from '../projects/index.js';
import { badgeColor } from './domain/badge-color.js';
import { takenBack, versionOf } from './domain/decided.js';
import type { ListedRecommendation } from './inbox/inbox.repository.js';
import { inWords } from './in-words.js';
import type { ReachedRecommendation } from './reached-recommendations.repository.js';

/** Recommendations as routes answer them: in words, with the version that a change has to name. */
@Injectable()
export class RecommendationAnswers {
  constructor(
    private readonly locales: ProjectLocales,
    private readonly config: Config,
  ) {}

  /**
   * A recommendation with all its fields.
   * @param locale null: its project's own
   */
  whole(one: ReachedRecommendation, locale: Locale | null) {
    const { project_locale, project_time_zone: _zone, strength: _now, settled_strength: _then, ...rest } = one;
    const { figures, phrasing, replaced: _replaced, ...shown } = rest;
    return {
      ...shown,
      reason: figures.causes[0]?.reason ?? ('condition' as const),
      ...this.words({ ...shown, figures, phrasing }, locale ?? this.locales.orUsual(project_locale)),
      project_badge_color: badgeColor(one.project_id),
      version: versionOf(one),
      can_undo: takenBack(one) !== null,
    };
  }

  /** A recommendation as a row of a list. */
  row(one: ListedRecommendation | ReachedRecommendation, locale: Locale | null) {
    const { title, rationale, why_now } = this.words(one, locale ?? this.locales.orUsual(one.project_locale));
    return {
      project_id: one.project_id,
      project_name: one.project_name,
      project_badge_color: badgeColor(one.project_id),
      account_scope_id: one.account_scope_id,
      id: one.id,
      version: versionOf(one),
      category: one.category,
      cause: one.cause,
      reason: one.figures.causes[0]?.reason ?? ('condition' as const),
      priority: one.priority,
      due_date: one.due_date,
      owner_role: one.owner_role,
      assignee: one.assignee,
      status: one.status,
      snoozed_until: one.snoozed_until,
      resolution: one.resolution,
      title,
      rationale,
      why_now,
      evidence_count: one.evidence_count,
      opened_at: one.reopened_at ?? one.episode_started_at,
      reopened_reason: one.reopened_reason,
      first_shown_at: one.first_shown_at,
      condition_gone_since: one.condition_gone_since,
      episode_ended_at: one.episode_ended_at,
      updated_at: one.updated_at,
    };
  }

  private words(one: Parameters<typeof inWords>[0], locale: Locale) {
    return inWords(one, locale, this.config.RECOMMENDATIONS_PHRASING);
  }
}
