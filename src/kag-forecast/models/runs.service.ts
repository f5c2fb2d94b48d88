import { Injectable } from '@nestjs/common';
import { workingTimeOf } from '../../common/working-time/working-time.js';
import {
  MeasuresRepository,
  OnsetsRepository,
  type RiskReport,
  RiskReportsRepository,
  workingDays,
} from '../../kag-snapshots/index.js';
import { WorkingCalendars } from '../../projects/index.js';
import type { ProjectRun } from '../domain/hazard/project-run.js';
import { plusDays } from '../domain/week.js';
import type { ScopedProject } from './scopes.repository.js';

/** As far back as events are kept: older days are not learnt from. */
export const LEARNS_BACK_DAYS = 400;
/** Projects whose days are read in one go. */
const AT_ONCE = 50;

/** Runs with what tells working days, by project. */
export interface Runs {
  runs: Map<string, ProjectRun>;
  isWorking: (projectId: string) => (day: string) => boolean;
}

/** Projects as models see them: their kept days, what came about, and what somebody did about it. */
@Injectable()
export class RunsService {
  constructor(
    private readonly measures: MeasuresRepository,
    private readonly onsets: OnsetsRepository,
    private readonly reports: RiskReportsRepository,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** The days up to `until`, at most so many of them. The number of statements depends on that of the batches alone. */
  async of(projects: readonly ScopedProject[], until: string, back = LEARNS_BACK_DAYS): Promise<Runs> {
    const runs = new Map<string, ProjectRun>();
    for (let first = 0; first < projects.length; first += AT_ONCE) {
      const some = projects.slice(first, first + AT_ONCE);
      const ids = some.map(({ id }) => id);
      const days = await this.measures.of(ids, until, undefined, plusDays(until, 1 - back));
      const onsets = await this.onsets.of(ids);
      const reports = await this.reports.of(ids);
      for (const { id, ended_on } of some) {
        const came = onsets.get(id);
        if (!came) continue;
        runs.set(id, {
          project_id: id,
          days: days.get(id) ?? [],
          onsets: came,
          ended_on,
          acted: (reports.get(id) ?? []).filter(isActed).map((one) => ({ risk: one.risk_type, day: one.reported_on })),
        });
      }
    }
    const calendars = await this.calendars.of(projects.map(({ id }) => id));
    return { runs, isWorking: (id) => workingDays(workingTimeOf(calendars(id))) };
  }
}

/** Somebody saw to it, so that what came of it tells nothing of what would have come. */
const isActed = ({ resolution }: RiskReport): boolean => resolution === 'prevented' || resolution === 'happened';
