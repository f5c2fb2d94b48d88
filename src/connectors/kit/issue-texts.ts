import type { SourceText } from '../../search/index.js';
import type { RowChange, TableSpec } from '../core/contract.js';
import { isGone, type Row } from './row-parts.js';

/**
 * Where issues and their comments are. Issues have `id`, `identifier`, `title`, `url` and a text; comments `id`,
 * `body`, `url` and `from_outside`.
 */
export interface IssueTables {
  readonly issues: TableSpec;
  /** The column of an issue's words beside its title. */
  readonly text: string;
  readonly comments: TableSpec;
  /** Whether no person wrote an issue or a comment: such words are neither side's own. */
  readonly isByMachine: (row: Row) => boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * What an issue and its comments say, for search; null text where they no longer say it. Comments are part of the
 * issue's conversation and are found among issues, as sources of their own (`comment:ID`) that open at the comment.
 */
export function issueTexts({ table, before, after }: RowChange, tables: IssueTables): SourceText[] {
  const { issues, text, comments, isByMachine } = tables;
  const shared = {
    source_kind: 'issue' as const,
    sender: isByMachine(after) ? null : ('team' as const),
    source_url: (after['url'] as string | null) ?? null,
    occurred_at: new Date(after['vendor_created_at'] as string | Date),
  };
  if (table === issues.table) {
    const said = issueText(after, text);
    // An issue that moved says the same under another identifier.
    const same = said === issueText(before, text) && (said === null || before?.['identifier'] === after['identifier']);
    const identifiers = [String(after['identifier'])];
    return same ? [] : [{ ...shared, source_id: String(after['id']), text: said, identifiers }];
  }
  if (table !== comments.table || commentText(before) === commentText(after)) return [];
  const outside = after['from_outside'] === true ? { sender: 'client' as const } : {};
  return [{ ...shared, ...outside, source_id: `comment:${String(after['id'])}`, text: commentText(after) }];
}

function issueText(row: Row | null, text: string): string | null {
  if (row === null || isGone(row)) return null;
  return [textOf(row['title']), textOf(row[text])].filter((part) => part !== '').join('\n\n') || null;
}

const commentText = (row: Row | null): string | null =>
  row === null || isGone(row) ? null : textOf(row['body']) || null;
