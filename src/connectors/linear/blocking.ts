import { saysBlocked } from '../kit/blocked-words.js';
import type { Incoming, LinearIssue } from './payloads.js';

/** States that end an issue; `duplicate` is one of its own in newer workspaces. */
export const CLOSED_TYPES = ['completed', 'canceled', 'duplicate'] as const;

export const isClosed = (stateType: string): boolean => (CLOSED_TYPES as readonly string[]).includes(stateType);

interface Standing {
  state: { type: string };
  archivedAt: string | null;
  trashed: boolean;
  team?: { archivedAt: string | null } | null | undefined;
}

/** Neither done, nor given up, nor put away, alone or with its team. */
export const isOpen = ({ state, archivedAt, trashed, team }: Standing): boolean =>
  !isClosed(state.type) && archivedAt === null && !trashed && (team?.archivedAt ?? null) === null;

export interface Blocking {
  readonly blocked: boolean;
  /** Ids of the open issues that block it, in order. */
  readonly blockedBy: string[];
  /** Since when, as far as is known; null: it is not blocked. */
  readonly since: string | null;
  /** The newest change among the issue and those it is or was blocked by. */
  readonly latestChangeAt: string;
}

/**
 * Whether an issue is held up: by an open issue that blocks it, or because its state or a label of it says so. A closed
 * or archived one never is. A pure function of the issue as it was answered: after a change of a blocker, read the
 * blocked issues again (`read-issues.ts` does).
 */
export function blockingOf(issue: LinearIssue): Blocking {
  const blockers = issue.inverseRelations.nodes.filter(({ type }) => type === 'blocks');
  const blockedBy = isOpen(issue) ? openBlockers(blockers) : [];
  const says = [issue.state.name, ...issue.labels.nodes.map(({ name }) => name)].some(saysBlocked);
  const blocked = isOpen(issue) && (blockedBy.length > 0 || says);
  const open = blockers.filter((relation) => blockedBy.includes(relation.issue.id));
  return {
    blocked,
    blockedBy,
    // A state or a label leaves no date of its own; the issue's is the nearest.
    since: blocked ? (earliest(open.map(({ createdAt }) => createdAt)) ?? issue.updatedAt) : null,
    latestChangeAt: latest([issue.updatedAt, ...blockers.flatMap(timesOf)]),
  };
}

type Relation = Pick<Incoming, 'type'> & { issue: Standing & { id: string } };

/** Ids of the open issues that an open issue's incoming relations name as blocking it, in order. */
export function openBlockers(relations: readonly Relation[]): string[] {
  const open = relations.filter(({ type, issue }) => type === 'blocks' && isOpen(issue));
  return [...new Set(open.map(({ issue }) => issue.id))].sort();
}

const timesOf = ({ createdAt, updatedAt, issue }: Incoming): string[] => [createdAt, updatedAt, issue.updatedAt];
const earliest = (times: string[]): string | null => times.sort()[0] ?? null;
const latest = (times: string[]): string => times.sort().at(-1) ?? '';
