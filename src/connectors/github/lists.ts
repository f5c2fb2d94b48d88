import type { VendorList } from '../kit/listed.js';
import { partedList, type PartedRun } from '../kit/parted-list.js';
import { commentRow, issueRow, labelRow, milestoneRow } from './mapper.js';
import { commentSchema, issueSchema, labelSchema, milestoneSchema } from './payloads.js';
import { GITHUB_COMMENTS, GITHUB_ISSUES, GITHUB_LABELS, GITHUB_MILESTONES } from './tables.js';

const milestones = { name: 'milestones', refName: 'milestone', table: GITHUB_MILESTONES, key: 'number' };
const labels = { name: 'labels', refName: 'label', table: GITHUB_LABELS, key: 'name' };
const issues = { name: 'issues', refName: 'issue', table: GITHUB_ISSUES, key: 'number', changed: 'updated_at' };
const comments = { name: 'comments', refName: 'comment', table: GITHUB_COMMENTS, key: 'id', changed: 'updated_at' };

/** Pull requests are among the issues, and what is said on them among the comments. */
const isPull = (raw: Readonly<Record<string, unknown>>) => raw['pull_request'] !== undefined;
const isOfPull = (raw: Readonly<Record<string, unknown>>) => /\/pull\/\d+/.test(String(raw['html_url']));

/** What issues rest on comes before them, and what is said on them after. */
export const GITHUB_LISTS: readonly VendorList<PartedRun>[] = [
  partedList('GitHub', { ...milestones, schema: milestoneSchema, toRow: milestoneRow }),
  partedList('GitHub', { ...labels, schema: labelSchema, toRow: labelRow }),
  partedList('GitHub', { ...issues, main: true, schema: issueSchema, isOther: isPull, toRow: issueRow }),
  partedList('GitHub', { ...comments, schema: commentSchema, isOther: isOfPull, toRow: commentRow }),
];
