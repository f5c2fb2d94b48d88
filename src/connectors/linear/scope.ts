import { stableHash } from '../../common/stable-hash.js';
import type { Source } from '../core/contract.js';

/**
 * The part of a workspace that is the project's: issues of its teams, and issues of its Linear projects, each list
 * adding to the other. Null: all of it.
 */
export interface LinearScope {
  readonly teams: ReadonlySet<string>;
  readonly projects: ReadonlySet<string>;
}

const ids = (value: unknown): Set<string> => new Set(Array.isArray(value) ? value.map(String) : []);

export function scopeOf(source: Pick<Source, 'filter'>): LinearScope | null {
  const teams = ids(source.filter['team_ids']);
  const projects = ids(source.filter['project_ids']);
  return teams.size === 0 && projects.size === 0 ? null : { teams, projects };
}

export const inScope = (scope: LinearScope | null, teamId: string, projectId: string | null): boolean =>
  scope === null || scope.teams.has(teamId) || (projectId !== null && scope.projects.has(projectId));

/** The scope as a filter of Linear's, for walks that nobody else would share. */
export function scopeFilter(scope: LinearScope | null): Record<string, unknown> {
  if (scope === null) return {};
  const among = (name: string, wanted: ReadonlySet<string>) =>
    wanted.size === 0 ? [] : [{ [name]: { id: { in: [...wanted] } } }];
  return { or: [...among('team', scope.teams), ...among('project', scope.projects)] };
}

/** Tells one scope from another: what was read under one says nothing about the other. */
export function scopeKey(scope: LinearScope | null): string {
  return scope === null ? 'all' : stableHash([[...scope.teams].sort(), [...scope.projects].sort()]).slice(0, 12);
}
