import type { Fact } from '../machine/facts.js';
import type { MachineClass } from './compare.js';
import type { Figure } from './figure.js';

export interface Report {
  measured_at: string;
  machine: MachineClass;
  /** What the figures depend on. */
  facts: readonly Fact[];
  figures: readonly Figure[];
}

/** For programs and for `--compare`: with numbers as they are. */
export const reportJson = ({ facts, ...rest }: Report): string =>
  `${JSON.stringify({ ...rest, facts: Object.fromEntries(facts) }, null, 2)}\n`;

/** Goals that hold on any machine and at any size, and are not met, in words. */
export const broken = (figures: readonly Figure[]): string[] =>
  figures.flatMap(({ group, name, goals }) =>
    goals.filter(({ anywhere, met }) => anywhere && !met).map(({ goal }) => `${group}, ${name}: not ${goal}`),
  );
