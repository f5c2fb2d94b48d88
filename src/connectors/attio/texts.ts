import type { SourceText } from '../../search/index.js';
import type { RowChange } from '../core/contract.js';
import { createdAt, isGone, type Row, text } from '../kit/row-parts.js';
import { isByMachine } from './machines.js';
import { ATTIO_ACTIVITIES } from './tables.js';

/** What a note says, for search; null text where it no longer says it. */
export function attioTexts({ table, before, after }: RowChange): SourceText[] {
  if (table !== ATTIO_ACTIVITIES.table || after['kind'] !== 'note') return [];
  const said = noteText(after);
  if (said === noteText(before)) return [];
  return [
    {
      source_kind: 'note',
      source_id: text(after, 'activity_id') ?? '',
      sender: isByMachine(after) ? null : 'team',
      text: said,
      source_url: text(after, 'web_url'),
      occurred_at: createdAt(after),
    },
  ];
}

function noteText(row: Row | null): string | null {
  if (isGone(row)) return null;
  const parts = [text(row, 'title'), text(row, 'content')].filter((part) => part !== null && part.trim() !== '');
  return parts.length === 0 ? null : parts.join('\n\n');
}
