import { openDatabase } from '../open-database.js';
import { rolesSql } from './raise-wall.js';
import { gapsOf, wallState, type WallState } from './wall-state.js';

const MAX_LISTED = 5;

/** What the wall between projects lacks, and what raises it. */
export interface WallGap {
  /** In words for people, the first few. */
  lacks: string[];
  /** Statements for a role that may make roles; none where the owner of the tables needs no other. */
  roles: string[];
  /** Whether the owner of the tables has to run `npm run migrate`, after these statements. */
  migrate: boolean;
}

/** Null: the wall stands. */
export function wallGap(state: WallState): WallGap | null {
  const gaps = gapsOf(state);
  if (gaps.length === 0) return null;
  const more = gaps.length > MAX_LISTED ? [`${gaps.length - MAX_LISTED} more`] : [];
  return { lacks: [...gaps.slice(0, MAX_LISTED), ...more], ...cureOf(state) };
}

/** Why the wall between projects does not stand and what raises it, for people; null: it stands. */
export async function wallReport(url: string): Promise<string | null> {
  const open = await openDatabase(url, 1);
  try {
    const state = await wallState((text) => open.database.query(text));
    const gap = state && wallGap(state);
    if (gap === null) return null;
    return `The wall between projects does not stand: ${gap.lacks.join(', ')}. ${instructions(gap)} Then start all processes again.`;
  } finally {
    await open.close();
  }
}

function cureOf(state: WallState): Pick<WallGap, 'roles' | 'migrate'> {
  if (!state.hasRole || !state.ownerMayEnter) return { roles: rolesSql(state), migrate: true };
  if (state.loginMayEnter) return { roles: [], migrate: true };
  return { roles: [`GRANT "${state.door}" TO "${state.login}"`], migrate: false };
}

function instructions({ roles, migrate }: WallGap): string {
  if (roles.length === 0) return 'The owner of the tables runs npm run migrate.';
  const statements = `A role that may make roles runs: ${roles.join('; ')}`;
  return migrate ? `${statements}; then the owner of the tables runs npm run migrate.` : `${statements}.`;
}
