/**
 * Splits runs into those that go through the queue together: of one type and one trigger, and at most `most(type)` of
 * them; in the order given.
 */
export function batchesOf<R extends { job_type: string; trigger: string }>(
  runs: readonly R[],
  most: (jobType: string) => number,
): [R, ...R[]][] {
  const batches: [R, ...R[]][] = [];
  const filling = new Map<string, R[]>();
  for (const run of runs) {
    const kind = `${run.trigger} ${run.job_type}`;
    const batch = filling.get(kind);
    if (batch && batch.length < most(run.job_type)) {
      batch.push(run);
      continue;
    }
    const next: [R, ...R[]] = [run];
    batches.push(next);
    filling.set(kind, next);
  }
  return batches;
}
