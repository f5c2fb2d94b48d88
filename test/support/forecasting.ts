import type { Config } from '../../src/config/index.js';
import type { Database } from '../../src/database/index.js';
import { BackfillService } from '../../src/kag-forecast/backfill/backfill.service.js';
import { ForecastService } from '../../src/kag-forecast/forecast.service.js';
import { ForecastsRepository } from '../../src/kag-forecast/forecasts.repository.js';
import { JudgedRepository } from '../../src/kag-forecast/judged.repository.js';
import { LooksService } from '../../src/kag-forecast/looks.service.js';
import { ForecastModelsRepository } from '../../src/kag-forecast/models/forecast-models.repository.js';
import { RunsService } from '../../src/kag-forecast/models/runs.service.js';
import { ScopeModelsService } from '../../src/kag-forecast/models/scope-models.service.js';
import { ScopesRepository } from '../../src/kag-forecast/models/scopes.repository.js';
import { MeasuresRepository } from '../../src/kag-snapshots/measures.repository.js';
import { OnsetsRepository } from '../../src/kag-snapshots/onsets.repository.js';
import { RiskReportsRepository } from '../../src/kag-snapshots/risk-reports.repository.js';
import { WorkingCalendars } from '../../src/projects/index.js';
import { ProjectsRepository } from '../../src/projects/projects.repository.js';
import { CaseOutcomesRepository } from '../../src/similarity/case-outcomes.repository.js';
import { CasePools } from '../../src/similarity/case-pools.js';
import { SignaturesRepository } from '../../src/similarity/signatures.repository.js';
import { SimilarCases } from '../../src/similarity/similar-cases.js';

/** All that forecasts, on a database, wired by hand as in one worker. */
export function forecasting(database: Database, config: Config) {
  const scopes = new ScopesRepository(database);
  const onsets = new OnsetsRepository(database);
  const runs = new RunsService(
    new MeasuresRepository(database),
    onsets,
    new RiskReportsRepository(database),
    new WorkingCalendars(new ProjectsRepository(database), config),
  );
  const judged = new JudgedRepository(database);
  const repository = new ForecastsRepository(database);
  const models = new ScopeModelsService(new ForecastModelsRepository(database), scopes, runs, judged, config);
  const similar = new SimilarCases(
    new CasePools(new SignaturesRepository(database)),
    new CaseOutcomesRepository(database),
    onsets,
    config,
  );
  return {
    models,
    judged,
    forecasts: new ForecastService(scopes, models, new LooksService(runs, onsets), similar, repository, database),
    backfill: new BackfillService(scopes, models, runs, repository),
  };
}
