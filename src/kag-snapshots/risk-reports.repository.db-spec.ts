import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import type { RiskReport } from './domain/risk-report.js';
import { RiskReportsRepository } from './risk-reports.repository.js';

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe('what people say of risks', () => {
  it('is kept once for a recommendation, and can be taken back', async () => {
    const reports = new RiskReportsRepository(db.database);
    const project_id = await newProject(db);
    const report: RiskReport = {
      project_id,
      recommendation_id: randomUUID(),
      risk_type: 'client_risk',
      reported_on: '2026-02-03',
      resolution: 'false_alarm',
      note: null,
      reported_by: randomUUID(),
    };
    const later: RiskReport = { ...report, reported_on: '2026-02-05', resolution: 'happened', note: 'They left' };
    const other: RiskReport = { ...report, recommendation_id: randomUUID(), reported_on: '2026-02-04' };
    await db.database.transaction(async (tx) => {
      for (const one of [report, other, later]) await reports.put(tx, one);
    });
    expect(await reports.of([project_id])).toEqual(new Map([[project_id, [other, later]]]));
    await db.database.transaction((tx) => reports.remove(tx, later));
    expect(await reports.of([project_id])).toEqual(new Map([[project_id, [other]]]));
  });
});
