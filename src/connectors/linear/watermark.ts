/** Changes become visible some time after their own date: commits take time. */
export const OVERLAP_MS = 5 * 60_000;

/**
 * How far Linear's clock may be behind ours. After so long without any change the watermark moves on by our own clock,
 * or quiet days would leave a busy hour to be read again by every sync.
 */
const CLOCKS_MS = 3_600_000;

/** Up to which time every change is in what was read: the newest one the list showed, or as long ago as is safe. */
export function watermarkOf(newest: string | null, atLeast: Date | null, now: Date): Date {
  const seen = newest === null ? 0 : Math.min(Date.parse(newest), now.getTime());
  return new Date(Math.max(seen, now.getTime() - CLOCKS_MS, atLeast?.getTime() ?? 0));
}
