import { AuditLog } from '../../src/audit/index.js';
import type { Clock } from '../../src/common/clock.js';
import { type Config, readConfig } from '../../src/config/index.js';
import type { Database } from '../../src/database/index.js';
import { Backgrounds } from '../../src/kag-recommendations/backgrounds.service.js';
import { DealMovesRepository } from '../../src/kag-recommendations/deal-moves.repository.js';
import { PastEpisodesRepository } from '../../src/kag-recommendations/past-episodes.repository.js';
import { ReachedRecommendationsRepository } from '../../src/kag-recommendations/reached-recommendations.repository.js';
import type { Recommendation } from '../../src/kag-recommendations/recommendation.entity.js';
import { RecommendationActions } from '../../src/kag-recommendations/recommendation-actions.service.js';
import { RecommendationsRepository } from '../../src/kag-recommendations/recommendations.repository.js';
import { RecommendationsService } from '../../src/kag-recommendations/recommendations.service.js';
import { OnsetsRepository, RiskReportsRepository } from '../../src/kag-snapshots/index.js';
import { WorkingCalendars } from '../../src/projects/index.js';
import { ProjectsRepository } from '../../src/projects/projects.repository.js';

/** As a server without settings, where people work all the time, so that days are days. */
export const ALWAYS_AT_WORK = readConfig({ NODE_ENV: 'test', WORKING_DAYS: 'mon-sun', WORKING_HOURS: '00:00-24:00' });

/** What refreshes recommendations, on a database. */
export const recommendationsOn = (database: Database, config: Config = ALWAYS_AT_WORK): RecommendationsService =>
  new RecommendationsService(
    new RecommendationsRepository(),
    new PastEpisodesRepository(),
    new Backgrounds(
      new OnsetsRepository(database),
      new DealMovesRepository(database),
      new WorkingCalendars(new ProjectsRepository(database), config),
    ),
    database,
    config,
  );

/** What people do with them, on a database. */
export const actionsOn = (database: Database, clock: Clock, config: Config = ALWAYS_AT_WORK): RecommendationActions =>
  new RecommendationActions(
    new ReachedRecommendationsRepository(database),
    new RiskReportsRepository(database),
    config,
    new AuditLog(),
    database,
    clock,
  );

/** A project's recommendations as they are stored, the oldest first. */
export const storedRecommendations = (database: Database, projectId: string): Promise<Recommendation[]> =>
  database.query<Recommendation>(
    `SELECT *, to_char(due_date, 'YYYY-MM-DD') AS due_date FROM recommendations_v2
     WHERE project_id = $1 ORDER BY created_at, category`,
    [projectId],
  );
