/** The anchor that GitHub gives a heading. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/ /g, '-');

/** What `#…` can lead to in a page: its headings, and its own anchors. */
export function anchorsOf(page: string): Set<string> {
  return new Set([
    ...[...page.matchAll(/<a id="([\w-]+)">/g)].map(([, id]) => id!),
    ...[...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slugOf(heading!)),
  ]);
}

/** Where a page's links lead, as they are written. */
export const linksOf = (page: string): string[] => [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
