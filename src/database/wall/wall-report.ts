import { openDatabase } from '../open-database.js';
import { rolesSql } from './raise-wall.js';
import { gapsOf, wallState, type WallState } from './wall-state.js';

const MOST_TOLD = 5;

/** Why the wall between projects does not stand and what raises it, for people; null: it stands. */
export async function wallReport(url: string): Promise<string | null> {
  const open = await openDatabase(url, 1);
  try {
    const state = await wallState((text, parameters) => open.database.query(text, parameters));
    const gaps = state ? gapsOf(state) : [];
    if (state === null || gaps.length === 0) return null;
    const told = [...gaps.slice(0, MOST_TOLD), ...(gaps.length > MOST_TOLD ? [`${gaps.length - MOST_TOLD} more`] : [])];
    return `The wall between projects does not stand: ${told.join(', ')}. ${cureOf(state)} Then start all processes again.`;
  } finally {
    await open.close();
  }
}

function cureOf(state: WallState): string {
  if (!state.hasRole || !state.ownerMayEnter)
    return `A role that may make roles runs: ${rolesSql(state).join('; ')}; then the owner of the tables runs npm run migrate.`;
  return state.loginMayEnter
    ? 'The owner of the tables runs npm run migrate.'
    : `A role that may make roles runs: GRANT "${state.door}" TO "${state.login}".`;
}
