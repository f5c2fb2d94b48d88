import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf } from '../../src/common/day.js';
import { CONCLUSION_TABLES, conclusionRows } from '../support/conclusion-rows.js';
import { decideAgency, UNHEARD, type DecidedAgency } from '../support/decided-agency.js';
import { CONCLUSIONS, deadRefs } from '../support/evidence-check.js';
import { openEmbeddedDatabase, openForeignDatabase } from '../support/other-databases.js';
import type { TestDatabase } from '../support/test-database.js';
import { STORY_DAYS } from '../../sandbox/agency/index.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

/** Ahead of whatever the servers do by themselves meanwhile. */
const NOW = new Date(Date.now() + 3_600_000);

const server = process.env['TEST_DATABASE_URL'];

let sandbox: Sandbox;
let agency: DecidedAgency;
let foreign: TestDatabase | undefined;

beforeAll(async () => {
  sandbox = await startSandbox({ agency: STORY_DAYS });
  foreign = server === undefined ? undefined : await openForeignDatabase(server);
  agency = await decideAgency(sandbox, NOW, { db: foreign });
});
afterAll(async () => {
  await agency.server.close();
  await foreign?.close();
  await sandbox.close();
});

const rows = <T extends object>(text: string) => agency.server.db.database.query<T>(text);

describe('what is concluded of an agency’s clients', () => {
  it.each(CONCLUSIONS)('rests on rows of the very project: %s', async (table) => {
    const { refs, dead } = await deadRefs(agency.server.db.database, table);
    expect(dead).toEqual([]);
    expect(refs).toBeGreaterThan(10);
  });

  it('is published with evidence alone', async () => {
    const published = [
      ['signals that are raised', `SELECT evidence_refs FROM kag_signals WHERE status IN ('warn', 'critical')`],
      ['snapshots', 'SELECT evidence_refs FROM project_snapshots WHERE publishable'],
      ['outcomes', 'SELECT evidence_refs FROM past_case_outcomes'],
      [
        'forecasts that say more than what is usual',
        `SELECT evidence_refs FROM kag_risk_forecasts WHERE publishable
         AND (status = 'already' OR p14 >= (base_rate ->> 'p14')::float8 + 0.01)`,
      ],
      [
        'recommendations',
        `SELECT evidence_refs FROM recommendations_v2 WHERE evidence_gate_status = 'shown' AND evidence_count = jsonb_array_length(evidence_refs)`,
      ],
    ] as const;
    for (const [what, text] of published) {
      const found = await rows<{ evidence_refs: object[] }>(text);
      expect([what, found.length > 0]).toEqual([what, true]);
      expect([what, found.filter(({ evidence_refs }) => evidence_refs.length === 0)]).toEqual([what, []]);
    }
  });

  it('is nothing that anybody is shown, of a client who was never heard of', async () => {
    const id = agency.projects.get(UNHEARD);
    const listed = async (path: string, list: string) => {
      const { status, body } = await agency.admin.get(
        path.includes('?') ? `${path}&project_id=${id}` : `${path}?project_id=${id}`,
      );
      expect([path, status]).toEqual([path, 200]);
      return (body[list] as unknown[]).length;
    };
    expect(await listed('/kag/snapshots', 'snapshots')).toBe(0);
    expect(await listed('/kag/snapshots?include_unpublished=true&limit=200', 'snapshots')).toBe(STORY_DAYS + 1);
    // That too little is known is all that is said of its risks.
    const { forecasts } = (await agency.admin.get(`/kag/v2/forecast?project_id=${id}`)).body;
    expect(forecasts.map(({ status, p14 }: { status: string; p14: number | null }) => [status, p14])).toEqual(
      Array.from({ length: 4 }, () => ['not_enough_history', null]),
    );
    expect(await listed('/kag/v2/recommendations?include_hidden=true', 'recommendations')).toBe(0);
  });

  // The log itself refuses to be changed.
  it.each(CONCLUSIONS.filter((table) => table !== 'kag_event_log'))(
    'would be caught with a row of another project: %s',
    async (table) => {
      const { database } = agency.server.db;
      const undo = new Error('undo');
      const planting = database.transaction(async (tx) => {
        // Of two projects of one workspace: the other's message is there, but not in this one.
        const [planted] = await tx.query<{ project_id: string; ref: object }>(
          `WITH other AS (
           SELECT c.ctid, c.project_id, jsonb_build_object('message_id', m.message_global_id, 'source_table', 'cw_messages',
             'source_pk', m.message_global_id) AS ref
           FROM ${table} c JOIN cw_messages m ON m.project_id <> c.project_id LIMIT 1)
         UPDATE ${table} c SET evidence_refs = c.evidence_refs || jsonb_build_array(other.ref)
         FROM other WHERE c.ctid = other.ctid RETURNING c.project_id, other.ref`,
        );
        expect((await deadRefs(tx, table)).dead).toEqual([planted]);
        throw undo;
      });
      await expect(planting).rejects.toBe(undo);
    },
  );
});

// On the embedded database there is nothing to compare it with.
(server === undefined ? describe.skip : describe)('with PostgreSQL at TEST_DATABASE_URL', () => {
  it('the embedded database comes to the same conclusions, to the last digit', async () => {
    const db = await openEmbeddedDatabase();
    try {
      const embedded = await decideAgency(sandbox, NOW, { db });
      try {
        for (const table of CONCLUSION_TABLES) {
          const here = await conclusionRows(agency.server.db.database, table, dayOf(NOW));
          expect([table, await conclusionRows(db.database, table, dayOf(NOW))]).toEqual([table, here]);
          expect([table, here.length]).not.toEqual([table, 0]);
        }
      } finally {
        await embedded.server.close();
      }
    } finally {
      await db.close();
    }
  });
});
