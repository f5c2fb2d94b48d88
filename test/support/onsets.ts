import { readConfig } from '../../src/config/index.js';
import type { Database } from '../../src/database/index.js';
import { DealEndingsRepository } from '../../src/kag-snapshots/deal-endings.repository.js';
import { MeasuresRepository } from '../../src/kag-snapshots/measures.repository.js';
import { OnsetsRepository } from '../../src/kag-snapshots/onsets.repository.js';
import { OnsetsService } from '../../src/kag-snapshots/onsets.service.js';
import { OutcomesRepository } from '../../src/kag-snapshots/outcomes.repository.js';
import { RiskReportsRepository } from '../../src/kag-snapshots/risk-reports.repository.js';
import { SnapshotsRepository } from '../../src/kag-snapshots/snapshots.repository.js';
import { WorkingCalendars } from '../../src/projects/index.js';
import { ProjectsRepository } from '../../src/projects/projects.repository.js';

/** Keeps onsets in a database, wired by hand; people work on these days where a project doesn't say when. */
export function onsetsOn(database: Database, workingDays = 'mon-sun'): OnsetsService {
  const config = readConfig({ NODE_ENV: 'test', WORKING_DAYS: workingDays });
  return new OnsetsService(
    new MeasuresRepository(database),
    new DealEndingsRepository(database),
    new RiskReportsRepository(database),
    new WorkingCalendars(new ProjectsRepository(database), config),
    new SnapshotsRepository(database),
    new OutcomesRepository(database),
    new OnsetsRepository(database),
    database,
  );
}
