import type { Listed } from '../kit/listed.js';
import { partedList, type PartedRun } from '../kit/parted-list.js';
import { commentRow, issueRow, labelRow, milestoneRow } from './mapper.js';
import { commentSchema, issueSchema, labelSchema, milestoneSchema } from './payloads.js';
import { GITHUB_COMMENTS, GITHUB_ISSUES, GITHUB_LABELS, GITHUB_MILESTONES } from './tables.js';

/** What issues rest on comes before them, and what is said on them after. */
export const GITHUB_LISTS: readonly Listed<PartedRun>[] = [
  partedList('GitHub', {
    name: 'milestones',
    refName: 'milestone',
    table: GITHUB_MILESTONES,
    key: 'number',
    schema: milestoneSchema,
    toRow: milestoneRow,
  }),
  partedList('GitHub', {
    name: 'labels',
    refName: 'label',
    table: GITHUB_LABELS,
    key: 'name',
    schema: labelSchema,
    toRow: labelRow,
  }),
  partedList('GitHub', {
    name: 'issues',
    refName: 'issue',
    table: GITHUB_ISSUES,
    main: true,
    key: 'number',
    changed: 'updated_at',
    schema: issueSchema,
    isOther: (raw) => raw['pull_request'] !== undefined,
    toRow: issueRow,
  }),
  partedList('GitHub', {
    name: 'comments',
    refName: 'comment',
    table: GITHUB_COMMENTS,
    key: 'id',
    changed: 'updated_at',
    schema: commentSchema,
    // Of a pull request.
    isOther: (raw) => /\/pull\/\d+/.test(String(raw['html_url'])),
    toRow: commentRow,
  }),
];
