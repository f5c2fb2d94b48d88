import { saysBlocked } from '../kit/blocked-words.js';
import type { Columns } from '../kit/listed.js';
import { datedColumns } from '../kit/parted-table.js';
import type { Read } from '../kit/read-rows.js';
import type { GithubComment, GithubIssue, GithubLabel, Milestone } from './payloads.js';

/** Who speaks for the team; everybody else is from outside (docs/contract/vendors.md#github). */
const TEAM = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
const BOT = 'Bot';
const GIVEN_UP = new Set(['not_planned', 'duplicate']);

export function issueRow({ fields, raw }: Read<GithubIssue>): Columns {
  const { repository, number, title, body, state, closed_at, milestone, user, assignee } = fields;
  const id = `${repository}#${number}`;
  const labels = [...new Set(fields.labels.map(({ name }) => name))].sort();
  const state_type = state === 'open' ? 'open' : GIVEN_UP.has(fields.state_reason ?? '') ? 'canceled' : 'completed';
  const blocked = state === 'open' && labels.some(saysBlocked);
  return {
    id,
    identifier: id,
    number,
    title,
    body,
    author: user?.login ?? null,
    assignee: assignee?.login ?? null,
    state,
    state_type,
    labels,
    milestone_id: milestone ? `${repository}#${milestone.number}` : null,
    due_date: milestone?.due_on?.slice(0, 10) ?? null,
    blocked,
    blocked_by: [],
    // A label leaves no date of its own; the issue's is the nearest.
    blocked_since: blocked ? fields.updated_at.exact : null,
    latest_change_at: fields.updated_at.exact,
    completed_at: state_type === 'completed' ? (closed_at?.at ?? null) : null,
    canceled_at: state_type === 'canceled' ? (closed_at?.at ?? null) : null,
    ...datedColumns({ fields, raw }),
  };
}

export function commentRow({ fields, raw }: Read<GithubComment>): Columns {
  const { repository, id, issue_url, body, user, author_association } = fields;
  const from_bot = user?.type === BOT;
  return {
    id: `${repository}#${id}`,
    issue_id: `${repository}#${issue_url.split('/').at(-1)}`,
    author: user?.login ?? null,
    from_outside: !from_bot && !TEAM.has(author_association ?? ''),
    from_bot,
    body,
    ...datedColumns({ fields, raw }),
  };
}

/** Whether an app wrote an issue or a comment. */
export const isByMachine = ({ data }: Readonly<Record<string, unknown>>): boolean =>
  (data as { user?: { type?: unknown } | null } | null)?.user?.type === BOT;

export const milestoneRow = ({ fields, raw }: Read<Milestone>): Columns => ({
  id: `${fields.repository}#${fields.number}`,
  number: fields.number,
  name: fields.title,
  starts_at: fields.created_at.at,
  ends_at: fields.due_on?.at ?? null,
  completed_at: fields.closed_at?.at ?? null,
  started: true,
  ...datedColumns({ fields, raw }),
});

export const labelRow = ({ fields: { repository, name }, raw }: Read<GithubLabel>): Columns => ({
  id: `${repository}#${name}`,
  repository,
  name,
  data: { ...raw },
});
