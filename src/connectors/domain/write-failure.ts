/** Answers that say by themselves that nothing was made. */
const REFUSALS = new Set(['auth', 'config', 'rate_limited', 'gone']);
/** Statuses that a repeat may mend: too slow, too early, too much, and a record that is being merged. */
const PASSING = new Set([404, 408, 425, 429]);

/** What failed at the vendor: its kind, and the status of the answer where there was one. */
interface Failed {
  kind: string;
  status?: number | undefined;
}

const isRefusal = (status: number | undefined): boolean => status !== undefined && status >= 400 && status < 500;

/** Whether what was to be made may be there all the same: no answer came, or none that says that it is not. */
export const isLost = ({ kind, status }: Failed): boolean =>
  !REFUSALS.has(kind) && !(isRefusal(status) && status !== 408);

/** Whether the vendor would refuse the same again, so that a person has to change something first. */
export const isFinal = ({ kind, status }: Failed): boolean =>
  kind === 'gone' || (isRefusal(status) && !PASSING.has(status ?? 0) && kind !== 'rate_limited');
