import { readFileSync } from 'node:fs';
import { figure, type Figure } from '../figures/figure.js';
import type { FigureId } from '../figures/declared.js';

export interface Memory {
  residentMiB: number;
  /** Since the process began. */
  peakMiB: number;
}

/** A process's resident memory now and at its highest; null where the system does not show it in /proc. */
export function memoryOf(pid: number): Memory | null {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return null;
  }
  const mebibytes = (name: string) => {
    const [, kib] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
    return kib === undefined ? null : Number(kib) / 1024;
  };
  const [residentMiB, peakMiB] = [mebibytes('VmRSS'), mebibytes('VmHWM')];
  return residentMiB === null || peakMiB === null ? null : { residentMiB, peakMiB };
}

/** Resident MiB as a sample; no sample where the system does not show it. */
export const resident = (pid: number): number[] => sample(memoryOf(pid)?.residentMiB);

/** The same of the highest it ever was. */
export const peak = (pid: number): number[] => sample(memoryOf(pid)?.peakMiB);

/** The figure of such samples; none without samples. */
export const memoryFigures = (id: FigureId, samples: readonly number[]): Figure[] =>
  samples.length === 0 ? [] : [figure(id, samples)];

const sample = (value: number | undefined): number[] => (value === undefined ? [] : [value]);
