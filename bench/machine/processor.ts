import { readFileSync } from 'node:fs';

/** Clock ticks in a second as Linux counts them for processes, whatever the kernel's own rate is. */
const TICKS_PER_SECOND = 100;
/** Of the fields behind the command's name: the time in the process's own code, and the kernel's for it. */
const OWN = 11;
const KERNEL = 12;

/** Seconds of processor that a process has had until now; nothing where the system does not tell. */
export function processorSeconds(pid: number): number[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name is in brackets and may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [(Number(fields[OWN]) + Number(fields[KERNEL])) / TICKS_PER_SECOND];
  } catch {
    return [];
  }
}
