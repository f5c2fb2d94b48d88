/** A function that does the work once for all calls of this moment. */
export function onceAMoment(work: () => void): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    queueMicrotask(() => {
      waits = false;
      work();
    });
  };
}
