import type { Figure } from './figure.js';
import { valueOf, type Statistics } from './statistics.js';

/** What makes figures of two runs comparable. */
export interface MachineClass {
  cores: number;
  /** Model of the processor. */
  cpu: string;
  memory_gib: number;
  /** Whether PostgreSQL waits for the disk. */
  fsync: string;
  quick: boolean;
}

/** A run as its file keeps it, as far as it is compared. */
export interface Kept {
  machine: MachineClass;
  figures: readonly Figure[];
}

/** A figure that both runs have. */
export interface Change {
  id: string;
  group: string;
  name: string;
  unit: string;
  before: number;
  now: number;
  /** By how much it is worse, as a share of what it was; below 0 where it is better. Null: there is no share of 0. */
  worse_by: number | null;
  /** Whether that is `WORSE` or more. */
  is_worse: boolean;
}

/** Below this, two runs of the same code differ too. */
export const WORSE = 0.15;

/** Gibibytes by which the same memory is told differently, since kernels keep a part to themselves. */
const MEMORY_TOLERANCE_GIB = 1;

/** Why the two runs can't be compared; null where they can. */
export function otherClass(before: MachineClass, now: MachineClass): string | null {
  const differing = [
    ...(before.cores === now.cores ? [] : [`${before.cores} cores, here ${now.cores}`]),
    ...(before.cpu === now.cpu ? [] : [`${before.cpu}, here ${now.cpu}`]),
    ...(Math.abs(before.memory_gib - now.memory_gib) <= MEMORY_TOLERANCE_GIB
      ? []
      : [`${before.memory_gib} GiB of memory, here ${now.memory_gib}`]),
    ...(before.fsync === now.fsync ? [] : [`fsync ${before.fsync}, here ${now.fsync}`]),
    ...(before.quick === now.quick ? [] : [`${sizes(before)} sizes, here ${sizes(now)}`]),
  ];
  return differing.length === 0 ? null : `it was measured with ${differing.join('; ')}`;
}

/** The figures that both have, by the statistic that tells each best; not those of which neither way is better. */
export function changes(before: readonly Figure[], now: readonly Figure[]): Change[] {
  const known = new Map(before.map((figure) => [figure.id, figure]));
  return now.flatMap((figure) => {
    const was = known.get(figure.id);
    return was === undefined || figure.better === 'neither' || was.unit !== figure.unit ? [] : [changeOf(was, figure)];
  });
}

function changeOf(was: Figure, figure: Figure): Change {
  const { id, group, name, unit, better, told_by } = figure;
  const of = (statistics: Statistics) => valueOf(statistics, told_by);
  const [before, now] = [of(was), of(figure)];
  const loss = better === 'more' ? before - now : now - before;
  const worse_by = before === 0 ? null : loss / Math.abs(before);
  return { id, group, name, unit, before, now, worse_by, is_worse: worse_by === null ? loss > 0 : worse_by >= WORSE };
}

const sizes = ({ quick }: MachineClass): string => (quick ? 'quick' : 'full');
