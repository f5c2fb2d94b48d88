/** What a facet counts by. */
interface Counted {
  source_kind: string;
  sender: string | null;
}

/** How many of the texts found are of each kind, and of each side; kinds without texts are left out. */
export interface Facets {
  source_kind: Record<string, number>;
  sender: Record<string, number>;
}

export function facetsOf(found: readonly Counted[]): Facets {
  const facets: Facets = { source_kind: {}, sender: {} };
  for (const { source_kind, sender } of found) {
    facets.source_kind[source_kind] = (facets.source_kind[source_kind] ?? 0) + 1;
    if (sender !== null) facets.sender[sender] = (facets.sender[sender] ?? 0) + 1;
  }
  return facets;
}
