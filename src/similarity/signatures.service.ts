import { Injectable } from '@nestjs/common';
import { DAY_MS, dayOf } from '../common/day.js';
import { SnapshotsRepository } from '../kag-snapshots/index.js';
import { budgetBandOf, dealStageOf, projectTypeOf, type CaseContext } from './domain/context.js';
import { signatureOf, type WindowDays } from './domain/signature.js';
import { numbersOf } from './domain/vector.js';
import { signatureKey, SignaturesRepository, type StoredSignature } from './signatures.repository.js';
import { WindowFactsRepository, type Circumstances } from './window-facts.repository.js';

/** What became of a project's signatures. */
export interface Refreshed {
  signatures: { window_days: WindowDays; window_end: string; snapshots: number; pairs: number; changed: boolean }[];
  /** Windows without a snapshot: they keep the signature they had, if any. */
  without_snapshots: WindowDays[];
}

/** Takes signatures of projects' latest windows. */
@Injectable()
export class Signatures {
  constructor(
    private readonly snapshots: SnapshotsRepository,
    private readonly facts: WindowFactsRepository,
    private readonly signatures: SignaturesRepository,
  ) {}

  /** Signatures as of `now`, stored where they differ. Four statements; a project's snapshots take some 100 kB meanwhile. */
  async refresh(
    projectIds: readonly string[],
    windows: readonly WindowDays[],
    now: Date,
  ): Promise<Map<string, Refreshed>> {
    const today = dayOf(now);
    const longest = Math.max(...windows);
    const first = dayOf(new Date(now.getTime() - longest * DAY_MS));
    const snapshots = Map.groupBy(
      await this.snapshots.between(projectIds, first, today),
      ({ project_id }) => project_id,
    );
    const pairs = await this.facts.pairs(projectIds, now, longest);
    const circumstances = await this.facts.circumstances(projectIds);
    const taken = [...circumstances].flatMap(([project_id, around]) =>
      windows.flatMap((window_days): StoredSignature[] => {
        const days = (snapshots.get(project_id) ?? []).map(numbersOf);
        const seen = pairs.get(project_id) ?? [];
        const signature = signatureOf(window_days, now, days, seen, (amount) => contextOf(around, amount));
        return signature ? [{ ...signature, project_id, window_days, window_end: today }] : [];
      }),
    );
    const changed = await this.signatures.save(taken);
    const own = Map.groupBy(taken, ({ project_id }) => project_id);
    return new Map(projectIds.map((projectId) => [projectId, refreshed(own.get(projectId) ?? [], windows, changed)]));
  }
}

const contextOf = ({ name, source_names, deal }: Circumstances, pipelineAmount: number): CaseContext => ({
  project_type: projectTypeOf(name, source_names),
  budget_band: budgetBandOf(pipelineAmount),
  deal_stage: dealStageOf(deal),
});

function refreshed(
  own: readonly StoredSignature[],
  windows: readonly WindowDays[],
  changed: ReadonlySet<string>,
): Refreshed {
  return {
    signatures: own.map((signature) => ({
      window_days: signature.window_days,
      window_end: signature.window_end,
      snapshots: signature.snapshots,
      pairs: signature.pairs.length,
      changed: changed.has(signatureKey(signature)),
    })),
    without_snapshots: windows.filter((days) => own.every(({ window_days }) => window_days !== days)),
  };
}
