import type { SourceText } from '../../search/index.js';
import type { RowChange } from '../core/contract.js';
import { isByMachine } from './machines.js';
import { LINEAR_COMMENTS, LINEAR_ISSUES } from './tables.js';

type Values = Readonly<Record<string, unknown>>;

const isLive = (row: Values | null): row is Values => row !== null && (row['deleted_at'] ?? null) === null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/**
 * What an issue and its comments say, for search; null text where they no longer say it. Comments are part of the
 * issue's conversation and are found among issues, as sources of their own (`comment:ID`) that open at the comment.
 */
export function linearTexts({ table, before, after }: RowChange): SourceText[] {
  if (table === LINEAR_ISSUES.table) {
    if (issueKey(before) === issueKey(after)) return [];
    return [
      {
        source_kind: 'issue',
        source_id: String(after['id']),
        sender: isByMachine(after) ? null : 'team',
        text: issueText(after),
        identifiers: [String(after['identifier'])],
        source_url: (after['url'] as string | null) ?? null,
        occurred_at: new Date(after['vendor_created_at'] as string | Date),
      },
    ];
  }
  if (table !== LINEAR_COMMENTS.table || commentText(before) === commentText(after)) return [];
  return [
    {
      source_kind: 'issue',
      source_id: `comment:${String(after['id'])}`,
      sender: writerOf(after),
      text: commentText(after),
      source_url: (after['url'] as string | null) ?? null,
      occurred_at: new Date(after['vendor_created_at'] as string | Date),
    },
  ];
}

function writerOf(comment: Values): 'client' | 'team' | null {
  if (comment['from_outside'] === true) return 'client';
  return isByMachine(comment) ? null : 'team';
}

function issueText(row: Values | null): string | null {
  if (!isLive(row)) return null;
  return [textOf(row['title']), textOf(row['description'])].filter((part) => part !== '').join('\n\n') || null;
}

/** An issue that moved to another team says the same under another identifier. */
const issueKey = (row: Values | null): string => {
  const text = issueText(row);
  return text === null ? '' : `${String(row?.['identifier'])} ${text}`;
};

const commentText = (row: Values | null): string | null => (isLive(row) ? textOf(row['body']) || null : null);
