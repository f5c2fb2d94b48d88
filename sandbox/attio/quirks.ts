/** What the vendor leaves open; each of these is something a mirror has to live with. */
export interface Quirks {
  /** Rows without a sort: shuffled the same for the same query, or anew for each of its pages. */
  unsorted: 'per_query' | 'per_page';
  /** Rows with equal sort keys change places from request to request. */
  unstableTies: boolean;
  notesOrder: 'newest' | 'oldest' | 'shuffled';
  /** Meetings may be closed to a workspace's plan: what they answer then. */
  meetings: 'available' | 'forbidden' | 'missing';
}

export const defaultQuirks = (): Quirks => ({
  unsorted: 'per_query',
  unstableTies: false,
  notesOrder: 'newest',
  meetings: 'available',
});

export interface Limits {
  /** Attio's own is 100; null never refuses. Seconds are those of the real clock, as Retry-After is a date. */
  readsPerSecond: number | null;
}
