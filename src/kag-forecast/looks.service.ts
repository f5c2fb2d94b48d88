import { Injectable } from '@nestjs/common';
import { dayOf } from '../common/day.js';
import type { Reading } from '../kag-signals/index.js';
import {
  type DayMeasures,
  measuresFrom,
  measuresOf,
  OnsetsRepository,
  type ProjectOnset,
  thereSince,
} from '../kag-snapshots/index.js';
import type { ShownEvidence } from './domain/evidence.js';
import type { HazardLook } from './domain/hazard/forecast-hazards.js';
import { byRisk, type RiskType } from './domain/risks.js';
import { plusDays } from './domain/week.js';
import { RunsService } from './models/runs.service.js';
import type { ScopedProject } from './models/scopes.repository.js';

/** What is looked at to forecast a project's risks, and what there is to show for it. */
export interface ProjectLook {
  looks: Readonly<Record<RiskType, HazardLook>>;
  shown: Readonly<Record<RiskType, ShownEvidence>>;
}

/** Projects as they are now: their past days, and today by their readings. */
@Injectable()
export class LooksService {
  constructor(
    private readonly runs: RunsService,
    private readonly onsets: OnsetsRepository,
  ) {}

  /** By project. The number of statements depends on that of the batches alone. */
  async of(
    projects: readonly ScopedProject[],
    readings: ReadonlyMap<string, Reading>,
    now: Date,
  ): Promise<Map<string, ProjectLook>> {
    const today = dayOf(now);
    const { runs, isWorking } = await this.runs.recent(projects, plusDays(today, -1));
    const open = await this.onsets.openOf(projects.map(({ id }) => id));
    const looks = new Map<string, ProjectLook>();
    for (const [id, run] of runs) {
      const reading = readings.get(id);
      if (!reading) continue;
      const days = withToday(run.days, measuresOf(today, reading.signals));
      const seen = { days, isWorking: isWorking(id) };
      looks.set(id, {
        looks: byRisk((risk) => ({
          run: { ...run, days },
          there_since: thereSince(risk, run.onsets[risk], seen),
        })),
        shown: byRisk((risk) => shownOf(reading, open.get(id) ?? [], risk)),
      });
    }
    return looks;
  }
}

/** Kept days and today in a row; of days between nothing is known. */
function withToday(days: readonly DayMeasures[], today: DayMeasures): DayMeasures[] {
  const all = [...days];
  for (let last = all.at(-1); last && plusDays(last.day, 1) < today.day; last = all.at(-1))
    all.push(measuresFrom(plusDays(last.day, 1)));
  return [...all, today];
}

function shownOf({ signals }: Reading, open: readonly ProjectOnset[], risk: RiskType): ShownEvidence {
  const refs = Object.entries(signals).map(([key, { evidence_refs }]) => [key, evidence_refs] as const);
  return {
    signals: Object.fromEntries(refs),
    onset: open.filter(({ risk_type }) => risk_type === risk).flatMap(({ evidence_refs }) => evidence_refs),
  };
}
