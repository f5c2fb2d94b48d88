import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { messageRef } from '../../test/support/readings.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { OnsetsRepository, type ProjectOnset } from './onsets.repository.js';

let db: TestDatabase;
let onsets: OnsetsRepository;
let mine: string;
let theirs: string;

beforeAll(async () => {
  db = await openTestDatabase();
  onsets = new OnsetsRepository(db.database);
});
afterAll(() => db.close());
beforeEach(async () => {
  mine = await newProject(db);
  theirs = await newProject(db);
});

const onset = (began: string, given: Partial<ProjectOnset> = {}): ProjectOnset => ({
  project_id: mine,
  risk_type: 'client_risk',
  began,
  known: began,
  ended: null,
  source: 'rule',
  severity: 4,
  evidence_refs: [messageRef('m1')],
  ...given,
});
const replace = (...all: ProjectOnset[]) => db.database.transaction((tx) => onsets.replace(tx, [mine], all));
const listed = async () => (await onsets.list(mine, undefined, 50, null)).map(({ began, ended }) => [began, ended]);

describe('kept onsets', () => {
  it('are read by project and risk, oldest first', async () => {
    const {
      project_id: _project,
      risk_type: _risk,
      evidence_refs: _refs,
      ...first
    } = onset('2026-01-05', { ended: '2026-01-09' });
    await replace(
      onset('2026-02-02'),
      onset('2026-01-05', { ended: '2026-01-09' }),
      onset('2026-01-07', { risk_type: 'scope_risk' }),
    );
    const read = await onsets.of([mine, theirs]);
    expect(read.get(mine)?.client_risk).toEqual([
      first,
      { ...first, began: '2026-02-02', known: '2026-02-02', ended: null },
    ]);
    expect(read.get(mine)?.scope_risk).toHaveLength(1);
    expect(read.get(theirs)).toEqual({ delivery_risk: [], finance_risk: [], client_risk: [], scope_risk: [] });
  });

  it('are the open ones with their evidence', async () => {
    await replace(onset('2026-01-05', { ended: '2026-01-09' }), onset('2026-02-02'));
    expect(await onsets.openOf([mine, theirs])).toEqual(new Map([[mine, [onset('2026-02-02')]]]));
  });

  it('are written where they differ only', async () => {
    const [first, second] = [onset('2026-01-05', { ended: '2026-01-09' }), onset('2026-02-02')];
    expect(await replace(first, second)).toBe(2);
    expect(await replace(first, second)).toBe(0);
    expect(await replace(first, { ...second, ended: '2026-02-09' })).toBe(1);
    expect(await replace(onset('2026-01-06'))).toBe(3);
    expect(await listed()).toEqual([['2026-01-06', null]]);
    expect(await replace()).toBe(1);
  });

  it('are those of the named projects: others keep theirs', async () => {
    await db.database.transaction((tx) => onsets.replace(tx, [theirs], [onset('2026-01-05', { project_id: theirs })]));
    await replace();
    expect((await onsets.of([theirs])).get(theirs)?.client_risk).toHaveLength(1);
  });

  it('are listed newest first, of one risk, and go on after a position', async () => {
    await replace(onset('2026-01-05'), onset('2026-02-02'), onset('2026-02-02', { risk_type: 'scope_risk' }));
    expect(await listed()).toEqual([
      ['2026-02-02', null],
      ['2026-02-02', null],
      ['2026-01-05', null],
    ]);
    expect(await onsets.list(mine, 'scope_risk', 50, null)).toMatchObject([{ risk_type: 'scope_risk' }]);
    const after = { began: '2026-02-02', risk_type: 'scope_risk' } as const;
    expect(await onsets.list(mine, undefined, 1, after)).toMatchObject([
      { began: '2026-02-02', risk_type: 'client_risk' },
    ]);
  });
});
