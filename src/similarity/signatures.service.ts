import { Injectable } from '@nestjs/common';
import { dayOf, endOfDay, startOfDay } from '../common/day.js';
import { DAY_MS } from '../common/time-units.js';
import { SnapshotsRepository } from '../kag-snapshots/index.js';
import { budgetBandOf, dealStageOf, projectTypeOf, type CaseContext } from './domain/context.js';
import { signatureOf, type WindowDays } from './domain/signature.js';
import { numbersOf } from './domain/vector.js';
import { signatureKey, SignaturesRepository, type StoredSignature } from './signatures.repository.js';
import { WindowFactsRepository, type Circumstances, type ProjectUntil } from './window-facts.repository.js';

/** Ends of windows that are taken in one go: a week of many projects, or a year of some; 30 days of each are held. */
const LOOKS_AT_ONCE = 500;

/** What became of a project's signatures. */
export interface RefreshedSignatures {
  /** Of the windows that end today, or with the project. */
  signatures: { window_days: WindowDays; window_end: string; snapshots: number; pairs: number; changed: boolean }[];
  /** Windows of past weeks that were new, or changed since. */
  past_windows: number;
  /** Windows without a snapshot: they keep the signature they had, if any. */
  without_snapshots: WindowDays[];
}

/** Takes signatures of projects' latest windows, and of past weeks whose days have been computed since. */
@Injectable()
export class Signatures {
  constructor(
    private readonly snapshots: SnapshotsRepository,
    private readonly facts: WindowFactsRepository,
    private readonly signatures: SignaturesRepository,
  ) {}

  /**
   * Signatures as of `now`, and as of the end of each week before of which they are missing or outdated: after days of
   * the past were computed, their windows are cases. The last window of a project that is over ends with it. Six
   * statements, and four more for each further 500 window ends.
   */
  async refresh(
    projectIds: readonly string[],
    windows: readonly WindowDays[],
    now: Date,
  ): Promise<Map<string, RefreshedSignatures>> {
    const today = dayOf(now);
    const due = await this.signatures.weeksDue(projectIds, windows, today);
    const weeks = due.map(({ project_id, window_end }) => ({ project_id, until: endOfDay(window_end) }));
    const ends = await this.signatures.dropAfterEnds(projectIds);
    const present = projectIds.map((project_id): ProjectUntil => ({
      project_id,
      until: lastMoment(ends.get(project_id), now),
    }));
    const looks: ProjectUntil[] = [
      ...present,
      ...weeks.filter(({ project_id, until }) => until <= lastMoment(ends.get(project_id), now)),
    ];
    const taken: StoredSignature[] = [];
    const changed = new Set<string>();
    for (let first = 0; first < looks.length; first += LOOKS_AT_ONCE) {
      const some = await this.take(looks.slice(first, first + LOOKS_AT_ONCE), windows);
      for (const key of await this.signatures.save(some)) changed.add(key);
      taken.push(...some);
    }
    const own = Map.groupBy(taken, ({ project_id }) => project_id);
    return new Map(
      present.map(({ project_id, until }) => [
        project_id,
        refreshed(own.get(project_id) ?? [], windows, dayOf(until), changed),
      ]),
    );
  }

  private async take(looks: readonly ProjectUntil[], windows: readonly WindowDays[]): Promise<StoredSignature[]> {
    const longest = Math.max(...windows);
    const snapshots = Map.groupBy(
      await this.snapshots.between(spansOf(looks, longest)),
      ({ project_id }) => project_id,
    );
    const pairs = await this.facts.pairs(looks, longest);
    const circumstances = await this.facts.circumstances(looks);
    return looks.flatMap(({ project_id, until }, i) => {
      const around = circumstances[i];
      if (!around) return [];
      const window_end = dayOf(until);
      const days = (snapshots.get(project_id) ?? [])
        .filter(({ measures }) => measures.day <= window_end)
        .map(numbersOf);
      return windows.flatMap((window_days): StoredSignature[] => {
        const signature = signatureOf(window_days, until, days, pairs[i] ?? [], (amount) => contextOf(around, amount));
        return signature ? [{ ...signature, project_id, window_days, window_end }] : [];
      });
    });
  }
}

/** Up to when a project is looked at: now, or the end of its last day. */
const lastMoment = (endedOn: string | undefined, now: Date): Date =>
  endedOn === undefined || endedOn > dayOf(now) ? now : new Date(startOfDay(endedOn).getTime() - 1);

/** The days that each project's windows of `longest` days lie within. */
function spansOf(looks: readonly ProjectUntil[], longest: number) {
  const spans = new Map<string, { project_id: string; from: string; to: string }>();
  for (const { project_id, until } of looks) {
    const [from, to] = [dayOf(new Date(until.getTime() - longest * DAY_MS)), dayOf(until)];
    const span = spans.get(project_id) ?? { project_id, from, to };
    spans.set(project_id, { project_id, from: from < span.from ? from : span.from, to: to > span.to ? to : span.to });
  }
  return [...spans.values()];
}

const contextOf = ({ name, source_names, deal }: Circumstances, pipelineAmount: number): CaseContext => ({
  project_type: projectTypeOf(name, source_names),
  budget_band: budgetBandOf(pipelineAmount),
  deal_stage: dealStageOf(deal),
});

function refreshed(
  own: readonly StoredSignature[],
  windows: readonly WindowDays[],
  last: string,
  changed: ReadonlySet<string>,
): RefreshedSignatures {
  const latest = own.filter(({ window_end }) => window_end === last);
  return {
    signatures: latest.map((signature) => ({
      window_days: signature.window_days,
      window_end: signature.window_end,
      snapshots: signature.snapshots,
      pairs: signature.pairs.length,
      changed: changed.has(signatureKey(signature)),
    })),
    past_windows: own.filter((one) => one.window_end !== last && changed.has(signatureKey(one))).length,
    without_snapshots: windows.filter((days) => latest.every(({ window_days }) => window_days !== days)),
  };
}
