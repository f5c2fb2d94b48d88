import type { Kind } from './records.js';
import { valueOf } from './model.js';
import { TYPE_NAMES } from './records.js';
import type { LinearWorld } from './world.js';

/** Kinds of rows Linear sends data events for; teams, states and relations have none. */
export const WEBHOOK_KINDS: readonly Kind[] = [
  'issue',
  'comment',
  'label',
  'project',
  'projectUpdate',
  'cycle',
  'user',
];

/** Child objects that come along, with the keys they have. */
const CHILDREN: Partial<Record<Kind, Record<string, readonly string[]>>> = {
  issue: {
    state: ['id', 'name', 'type', 'color'],
    team: ['id', 'key', 'name'],
    assignee: ['id', 'name', 'email', 'url'],
    creator: ['id', 'name', 'email', 'url'],
    project: ['id', 'name', 'url'],
    cycle: ['id', 'number', 'name', 'startsAt', 'endsAt'],
  },
  comment: { issue: ['id', 'identifier', 'title', 'teamId', 'url'], user: ['id', 'name', 'email', 'url'] },
  project: { lead: ['id', 'name', 'email', 'url'], status: ['id', 'name', 'type', 'color'] },
  projectUpdate: { project: ['id', 'name', 'url'], user: ['id', 'name', 'email', 'url'] },
  cycle: { team: ['id', 'key', 'name'] },
};

const COMPUTED: Partial<Record<Kind, readonly string[]>> = {
  issue: ['url', 'priorityLabel', 'branchName', 'sortOrder'],
  comment: ['url'],
  project: ['url', 'state', 'progress'],
  projectUpdate: ['url'],
  user: ['url'],
};

/** The row as webhooks show it: flat, ids of everything, and small copies of its nearest. */
export function webhookData(world: LinearWorld, kind: Kind, row: object): Record<string, unknown> {
  const type = TYPE_NAMES[kind];
  const data: Record<string, unknown> = { ...row };
  // Of a row that is gone, what it pointed at may be gone too.
  const value = (of: string, name: string, from: unknown): unknown => attempt(() => valueOf(of, name, from, world));
  for (const name of COMPUTED[kind] ?? []) data[name] = value(type, name, row);
  for (const [name, keys] of Object.entries(CHILDREN[kind] ?? {})) {
    const child = value(type, name, row);
    if (!child) continue;
    const childType = CHILD_TYPES[name] ?? 'User';
    data[name] = Object.fromEntries(keys.map((key) => [key, value(childType, key, child)]));
  }
  if (kind === 'issue') {
    const labels = value(type, 'labels', row);
    const shown = Array.isArray(labels) ? (labels as Record<string, unknown>[]) : [];
    data['labels'] = shown.map(({ id, name, color, parentId }) => ({ id, name, color, parentId }));
    data['subscriberIds'] = [];
  }
  return data;
}

const CHILD_TYPES: Record<string, string> = {
  state: 'WorkflowState',
  team: 'Team',
  project: 'Project',
  cycle: 'Cycle',
  issue: 'Issue',
  status: 'ProjectStatus',
};

function attempt(action: () => unknown): unknown {
  try {
    return action() ?? null;
  } catch {
    return null;
  }
}
