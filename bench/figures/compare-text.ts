import type { Change } from './compare.js';
import { shown } from './report-table.js';

/** What became worse, a line each, the worst first; then how many were compared. */
export function comparisonText(file: string, changes: readonly Change[]): string {
  const worse = changes
    .filter(({ is_worse }) => is_worse)
    .toSorted((a, b) => (b.worse_by ?? Infinity) - (a.worse_by ?? Infinity));
  return [
    ...worse.map((change) => `worse ${by(change)}: ${change.group}, ${change.name}: ${values(change)}`),
    `${changes.length} figures compared with ${file}: ${worse.length === 0 ? 'all are as good' : `${worse.length} are worse`}`,
  ].join('\n');
}

const by = ({ worse_by }: Change): string => (worse_by === null ? 'than 0' : `by ${Math.round(worse_by * 100)} %`);

const values = ({ before, now, unit }: Change): string => `${shown(before)} → ${shown(now)} ${unit}`.trimEnd();
