import { Injectable } from '@nestjs/common';
import { dayOf } from '../common/day.js';
import { workingTimeOf } from '../common/working-time/working-time.js';
import { Database, type Tx } from '../database/index.js';
import { WorkingCalendars } from '../projects/index.js';
import { DealEndingsRepository, type DealEnding } from './deal-endings.repository.js';
import { projectOnsets } from './domain/onsets/project-onsets.js';
import { workingDays } from './domain/onsets/working-days.js';
import { MeasuresRepository } from './measures.repository.js';
import { OnsetsRepository, type ProjectOnset } from './onsets.repository.js';
import { OutcomesRepository } from './outcomes.repository.js';
import { RiskReportsRepository } from './risk-reports.repository.js';
import { SnapshotsRepository } from './snapshots.repository.js';

/** Projects whose days are in memory at once. */
const PROJECTS_AT_ONCE = 200;

/** Keeps projects' onsets as their days, deals and people tell them now. */
@Injectable()
export class OnsetsService {
  constructor(
    private readonly measures: MeasuresRepository,
    private readonly endings: DealEndingsRepository,
    private readonly reports: RiskReportsRepository,
    private readonly calendars: WorkingCalendars,
    private readonly snapshots: SnapshotsRepository,
    private readonly outcomes: OutcomesRepository,
    private readonly onsets: OnsetsRepository,
    private readonly database: Database,
  ) {}

  /**
   * Computes all onsets of these projects from all that is kept of them, and stores what differs. Days from a project's
   * end on are kept no longer. Returns how many rows it touched; the number of statements depends on the number of
   * batches alone.
   */
  async refresh(projectIds: readonly string[], now: Date): Promise<number> {
    let touched = 0;
    for (let first = 0; first < projectIds.length; first += PROJECTS_AT_ONCE) {
      const some = projectIds.slice(first, first + PROJECTS_AT_ONCE);
      const calendars = await this.calendars.of(some);
      touched += await this.database.transaction((tx) => this.refreshIn(tx, some, calendars, now));
    }
    return touched;
  }

  private async refreshIn(
    tx: Tx,
    projectIds: readonly string[],
    calendars: Awaited<ReturnType<WorkingCalendars['of']>>,
    now: Date,
  ): Promise<number> {
    // Held until the end, so that of two runs the later one sees all that the other saw.
    const ends = await this.onsets.lockEnds(tx, projectIds, dayOf(now));
    const over = [...ends].flatMap(([project_id, ended_on]) => (ended_on === null ? [] : [project_id]));
    if (over.length > 0) await this.snapshots.dropAfterEnds(tx, over);
    const days = await this.measures.of(projectIds, null, tx);
    const endings = await this.endings.of(projectIds, tx);
    const reports = await this.reports.of(projectIds, tx);
    const found = projectIds.flatMap((project_id) =>
      projectOnsets({
        days: days.get(project_id) ?? [],
        isWorking: workingDays(workingTimeOf(calendars(project_id))),
        endings: (endings.get(project_id) ?? []).map(({ day }) => day),
        reports: reports.get(project_id) ?? [],
        ended_on: ends.get(project_id) ?? null,
      }).map((onset) => ({ ...onset, project_id })),
    );
    const seen = await this.outcomes.evidenceOf(tx, found);
    const onsets = found.map((onset, n) => ({ ...onset, evidence_refs: seen[n] ?? endingEvidence(endings, onset) }));
    return this.onsets.replace(tx, projectIds, onsets);
  }
}

/** The evidence of a deal that ended on a day that is not kept. */
const endingEvidence = (endings: ReadonlyMap<string, DealEnding[]>, onset: Omit<ProjectOnset, 'evidence_refs'>) =>
  onset.source === 'deal'
    ? (endings.get(onset.project_id)?.find(({ day }) => day === onset.began)?.evidence_refs ?? [])
    : [];
