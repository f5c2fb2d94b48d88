import type { GithubWorld } from '../../sandbox/sandbox.js';
import type { Mirror } from './mirror.js';

const byId = <T extends { id: string }>(rows: T[]): T[] => rows.sort((a, b) => (a.id < b.id ? -1 : 1));
const iso = (value: unknown): string | null =>
  value === null ? null : new Date(value as Date).toISOString().replace(/\.\d+Z$/, 'Z');

/** What a mirror holds that isn't marked deleted, in the vendor's words, to be compared with the world. */
export function mirrored(mirror: Mirror) {
  const rows = (kind: string) => mirror.living(`github_${kind}_raw`);
  return {
    issues: byId(
      rows('issues').map((row) => ({
        id: String(row['id']),
        title: row['title'],
        body: row['body'],
        state: row['state'],
        updated: row['vendor_updated_at'],
        labels: row['labels'],
        due: row['due_date'],
        completed: iso(row['completed_at']),
      })),
    ),
    comments: byId(
      rows('comments').map((row) => ({ id: String(row['id']), issue: row['issue_id'], body: row['body'] })),
    ),
    labels: byId(rows('labels').map((row) => ({ id: String(row['id']), name: row['name'] }))),
    milestones: byId(
      rows('milestones').map((row) => ({
        id: String(row['id']),
        title: row['name'],
        due: iso(row['ends_at']),
        closed: iso(row['completed_at']),
      })),
    ),
  };
}

type Json = Record<string, any>;

/** The same from the world itself, of all its repositories or of these. */
export function expected(
  world: GithubWorld,
  names: readonly string[] = world.names(),
): Record<keyof ReturnType<typeof mirrored>, object[]> {
  const of = <T extends { id: string }>(
    list: Parameters<GithubWorld['list']>[1],
    view: (row: Json, name: string) => T[],
  ) =>
    byId(
      names.flatMap((name) =>
        [...world.list(name, list).values()].flatMap((row) => view(world.shown(name, row), name)),
      ),
    );
  return {
    issues: of('issues', (row, name) =>
      row['pull_request']
        ? []
        : [
            {
              id: `${name}#${row['number']}`,
              title: row['title'],
              body: row['body'],
              state: row['state'],
              updated: row['updated_at'],
              labels: (row['labels'] as Json[]).map((label) => label['name']).sort(),
              due: (row['milestone'] as { due_on: string | null } | null)?.due_on?.slice(0, 10) ?? null,
              completed: row['state_reason'] === 'completed' ? row['closed_at'] : null,
            },
          ],
    ),
    comments: of('comments', (row, name) =>
      /\/pull\//.test(row['html_url'] ?? '')
        ? []
        : [
            {
              id: `${name}#${row['id']}`,
              issue: `${name}#${String(row['issue_url']).split('/').at(-1)}`,
              body: row['body'],
            },
          ],
    ),
    labels: of('labels', (row, name) => [{ id: `${name}#${row['name']}`, name: row['name'] }]),
    milestones: of('milestones', (row, name) => [
      { id: `${name}#${row['number']}`, title: row['title'], due: row['due_on'], closed: row['closed_at'] },
    ]),
  };
}
