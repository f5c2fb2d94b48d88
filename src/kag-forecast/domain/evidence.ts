import { firstRefs } from '../../common/source-row.js';
import type { EvidenceRef } from '../../kag-events/index.js';
import type { SignalKey } from '../../kag-signals/index.js';
import { SIGNALS_OF } from './drivers/signals-of.js';
import type { Driver } from './forecast.js';
import { FEATURES } from './hazard/features/features.js';
import type { RiskType } from './risks.js';

export const MAX_REFS = 40;

/** What there is to show for what is said of a project. */
export interface ShownEvidence {
  /** By signal, newest first. */
  signals: Readonly<Partial<Record<SignalKey, readonly EvidenceRef[]>>>;
  /** Of the onset that goes on. */
  onset: readonly EvidenceRef[];
}

/** The evidence of what raises a chance, that of what raises it most first. */
export function evidenceOf(drivers: readonly Driver[], { signals }: ShownEvidence): EvidenceRef[] {
  const raising = drivers.filter(({ points }) => points.p14 > 0).sort((a, b) => b.points.p14 - a.points.p14);
  return firstRefs(
    raising.flatMap(({ key }) => (SIGNALS_OF[key] ?? []).flatMap((signal) => signals[signal] ?? [])),
    MAX_REFS,
  );
}

/** The evidence of what is there: of the day on which it began, and of all that the risk shows in now. */
export function evidenceThere(risk: RiskType, { signals, onset }: ShownEvidence): EvidenceRef[] {
  const keys = new Set(FEATURES[risk].flatMap(({ key }) => SIGNALS_OF[key] ?? []));
  return firstRefs([...onset, ...[...keys].flatMap((signal) => signals[signal] ?? [])], MAX_REFS);
}
