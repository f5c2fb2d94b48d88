import { stableHash } from '../../common/stable-hash.js';
import type { ConnectorRow } from '../core/contract.js';
import type { Read } from '../kit/read-rows.js';
import { blockingOf, isOpen } from './blocking.js';
import type {
  LinearComment,
  Cycle,
  Incoming,
  LinearIssue,
  LinearLabel,
  Outgoing,
  LinearProject,
  LinearState,
  Team,
  LinearUser,
} from './payloads.js';

interface Node {
  id: string;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
}

const at = (time: string | null): Date | null => (time === null ? null : new Date(time));
const whole = (value: number | null): number | null => (value === null ? null : Math.trunc(value));

/** Nested lists have rows of their own. */
function without(raw: Readonly<Record<string, unknown>>, ...keys: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !keys.includes(key)));
}

/**
 * A hash of all that a list shows of an issue: some changes, of labels and relations, leave `updatedAt` alone. Of the
 * issues at the other end of its relations only those that block it count, as far as they can: the others go their way.
 */
export function fingerprintOf({ fields, raw }: Read<LinearIssue>): string {
  const incoming = fields.inverseRelations.nodes.map(({ id, type, updatedAt, issue }) =>
    type === 'blocks'
      ? [id, type, updatedAt, issue.id, isOpen(issue), issue.updatedAt]
      : [id, type, updatedAt, issue.id],
  );
  return stableHash([without(raw, 'inverseRelations'), incoming]).slice(0, 32);
}

/** From Linear's objects to rows. Pure; the same object always gives the same row. */
export class LinearMapper {
  /** @param listed the issue as its list showed it, before its nested lists were read to the end */
  issue(workspaceId: string, issue: Read<LinearIssue>, listed: Read<LinearIssue>, gone: boolean): ConnectorRow {
    const { fields, raw } = issue;
    const { blocked, blockedBy, since, latestChangeAt } = blockingOf(fields);
    const outgoing = fields.relations.nodes.filter(({ type }) => type === 'blocks');
    return {
      deleted: gone,
      values: {
        ...common(fields, without(raw, 'labels', 'relations', 'inverseRelations', 'comments')),
        workspace_id: workspaceId,
        identifier: fields.identifier,
        number: whole(fields.number),
        title: fields.title,
        description: fields.description,
        url: fields.url,
        priority: whole(fields.priority),
        estimate: fields.estimate,
        due_date: fields.dueDate,
        state_id: fields.state.id,
        state_name: fields.state.name,
        state_type: fields.state.type,
        team_id: fields.team.id,
        team_key: fields.team.key,
        linear_project_id: fields.project,
        cycle_id: fields.cycle,
        parent_id: fields.parent,
        assignee_id: fields.assignee,
        creator_id: fields.creator,
        label_ids: [...fields.labelIds].sort(),
        labels: [...new Set(fields.labels.nodes.map(({ name }) => name))].sort(),
        blocked,
        blocked_by: blockedBy,
        blocked_since: since,
        blocks: [...new Set(outgoing.map(({ relatedIssue }) => relatedIssue.id))].sort(),
        latest_change_at: latestChangeAt,
        started_at: at(fields.startedAt),
        completed_at: at(fields.completedAt),
        canceled_at: at(fields.canceledAt),
        archived_at: at(fields.archivedAt),
        trashed: fields.trashed,
        fingerprint: fingerprintOf(listed),
      },
    };
  }

  comment(issueId: string, { fields, raw }: Read<LinearComment>): ConnectorRow {
    return {
      deleted: fields.archivedAt !== null,
      values: {
        ...common(fields, raw),
        issue_id: issueId,
        parent_id: fields.parentId,
        user_id: fields.user,
        from_outside: fields.externalUser !== null,
        body: fields.body,
        url: fields.url,
      },
    };
  }

  /** The same row from either side: each shows the relation with the other issue only. */
  outgoing(issueId: string, relation: Outgoing): ConnectorRow {
    return relationRow(relation, issueId, relation.relatedIssue.id);
  }

  incoming(issueId: string, relation: Incoming): ConnectorRow {
    return relationRow(relation, relation.issue.id, issueId);
  }

  team(workspaceId: string, { fields, raw }: Read<Team>): ConnectorRow {
    return reference(workspaceId, fields, raw, { key: fields.key, name: fields.name });
  }

  user(workspaceId: string, { fields, raw }: Read<LinearUser>): ConnectorRow {
    const { name, displayName, email, active } = fields;
    return reference(workspaceId, fields, raw, { name, display_name: displayName, email, active });
  }

  label(workspaceId: string, { fields, raw }: Read<LinearLabel>): ConnectorRow {
    return reference(workspaceId, fields, raw, { team_id: fields.team, name: fields.name });
  }

  state(workspaceId: string, { fields, raw }: Read<LinearState>): ConnectorRow {
    const { team, name, type } = fields;
    return reference(workspaceId, fields, raw, { team_id: team.id, name, type });
  }

  /** @param now decides whether the cycle has begun: Linear changes nothing of it at that moment */
  cycle(workspaceId: string, { fields, raw }: Read<Cycle>, now: Date): ConnectorRow {
    const { team, name, startsAt, endsAt, completedAt } = fields;
    return reference(workspaceId, fields, raw, {
      team_id: team.id,
      number: whole(fields.number),
      name,
      starts_at: at(startsAt),
      ends_at: at(endsAt),
      completed_at: at(completedAt),
      started: Date.parse(startsAt) <= now.getTime(),
    });
  }

  project(workspaceId: string, { fields, raw }: Read<LinearProject>): ConnectorRow {
    const { status } = fields;
    return reference(
      workspaceId,
      fields,
      without(raw, 'teams'),
      {
        name: fields.name,
        status_name: status?.name ?? null,
        status_type: status?.type ?? null,
        health: fields.health,
        lead_id: fields.lead,
        team_ids: fields.teams.nodes.map(({ id }) => id).sort(),
        start_date: fields.startDate,
        target_date: fields.targetDate,
        completed_at: at(fields.completedAt),
        canceled_at: at(fields.canceledAt),
        url: fields.url,
      },
      fields.trashed,
    );
  }
}

const common = ({ id, createdAt, updatedAt }: Node, data: Readonly<Record<string, unknown>>) => ({
  id,
  vendor_created_at: at(createdAt),
  vendor_updated_at: updatedAt,
  data: { ...data },
});

function reference(
  workspaceId: string,
  node: Node,
  data: Readonly<Record<string, unknown>>,
  values: Record<string, unknown>,
  trashed = false,
): ConnectorRow {
  return {
    deleted: trashed || node.archivedAt !== null,
    values: { ...common(node, data), workspace_id: workspaceId, ...values },
  };
}

function relationRow(relation: Outgoing | Incoming, issueId: string, relatedIssueId: string): ConnectorRow {
  const { id, type, createdAt, updatedAt, archivedAt } = relation;
  const data = { id, type, createdAt, updatedAt, archivedAt, issueId, relatedIssueId };
  return {
    deleted: archivedAt !== null,
    values: { ...common(relation, data), type, issue_id: issueId, related_issue_id: relatedIssueId },
  };
}
