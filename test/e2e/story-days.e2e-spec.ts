import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/common/clock.js';
import { DAY_MS } from '../../src/common/time-units.js';
import { runTogether } from '../support/batch-runs.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { STORY_DAYS } from '../../sandbox/agency/index.js';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.js';
import { variablesOf } from '../../sandbox/variables.js';

/** What each story is about, and the days on which its cause is there. */
const CAUSES = {
  silence: ['waiting_on_client', 54, 60],
  'scope-creep': ['scope_creep_change_request', 54, 60],
  blocked: ['delivery_risk', 49, 60],
  'over-budget': ['finance_risk', 45, 60],
  lost: ['winback', 36, 60],
  angry: ['unhappy_client', 51, 60],
  upsell: ['upsell_opportunity', 55, 60],
} as const;
type Story = keyof typeof CAUSES;
const LANGUAGES = ['en', 'ru'] as const;
const QUIET = ['quiet-en', 'quiet-ru'];
/** The stories' first day is a Monday, and people work in office hours. */
const END = Date.UTC(2026, 2, 6);
const DAYS = Array.from({ length: STORY_DAYS }, (_, n) => n + 1);

interface Recommended {
  project_id: string;
  id: string;
  category: string;
  status: string;
  title: string;
}

let db: TestDatabase;
let sandbox: Sandbox;
let server: TestApp;
let admin: Client;
let now = new Date(END + 300_000);
/** Ids of the projects by the stories' keys. */
const projects = new Map<string, string>();
/** By day, what was open in the evening. */
const evenings = new Map<number, Recommended[]>();

async function start(kag: boolean): Promise<void> {
  server = await startTestApp({
    db,
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      KAG_ENABLED: String(kag),
      WORKING_DAYS: 'mon-fri',
      WORKING_HOURS: '09:00-18:00',
      CONNECTOR_LOOKBACK_DAYS: String(STORY_DAYS + 1),
      ...variablesOf(sandbox),
    },
  });
  server.app.get(Clock).now = () => now;
  admin = await server.signIn();
}

const keysOf = (story: string) => LANGUAGES.map((language) => `${story}-${language}`);

/** A project for each story, bound to its client's part of the vendors, synced once when all is over. */
async function readVendors(): Promise<void> {
  const keys = new Set([...Object.keys(CAUSES).flatMap(keysOf), ...QUIET]);
  for (const { key, name, language, bindings } of sandbox.agency?.clients ?? []) {
    if (!keys.has(key)) continue;
    const id = await project(admin, name);
    projects.set(key, id);
    await admin.patch(`/projects/${id}`, { locale: language });
    for (const [connector, binding] of Object.entries(bindings))
      await admin.put(`/projects/${id}/sources/${connector}`, {
        ...binding,
        credentials: { api_token: 'of-the-tests' },
      });
    const { body } = await admin.post(`/connectors/sync?project_id=${id}`).set('prefer', 'wait=55');
    expect(body.result).toMatchObject({ succeeded: 3, failed: 0 });
  }
}

/** The daily chain of each day, shortly after its end, as it would have run then. */
async function playDays(): Promise<void> {
  const ids = [...projects.values()];
  for (const day of DAYS) {
    now = new Date(END - (STORY_DAYS - day) * DAY_MS + 300_000);
    const runs = await runTogether(server, 'kag_daily_pipeline', ids);
    expect(runs.filter(({ status }) => status !== 'succeeded')).toEqual([]);
    const { body } = await admin.get(
      `/kag/v2/recommendations?project_id=${ids[0]}&all_projects=true&status=new&limit=200`,
    );
    evenings.set(day, body.recommendations);
  }
}

beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 2 });
  sandbox = await startSandbox({ agency: STORY_DAYS, now: () => END });
  await start(false);
  try {
    await readVendors();
  } finally {
    await server.close();
  }
  await start(true);
  await playDays();
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
  await db.close();
});

const openOn = (key: string, day: number): Recommended[] =>
  (evenings.get(day) ?? []).filter(({ project_id }) => project_id === projects.get(key));

describe('sixty days, one by one', () => {
  it.each((Object.keys(CAUSES) as Story[]).flatMap(keysOf).map((key) => [key]))('%s is found', (key) => {
    const [category, from, to] = CAUSES[key.slice(0, -3) as Story];
    const found = DAYS.filter((day) => openOn(key, day).some((one) => one.category === category));
    expect(found.filter((day) => day < from || day > to)).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  it.each(QUIET)('%s is told nothing on any day', (key) => {
    expect(DAYS.flatMap((day) => openOn(key, day).map(({ category }) => [day, category]))).toEqual([]);
  });

  it('one cause is told once: only the client who was lost in anger and silence is told of twice at a time', () => {
    const crowded = [...projects.keys()].filter((key) => DAYS.some((day) => openOn(key, day).length > 1));
    expect(crowded).toEqual(['lost-en']);
  });

  it('there are at most three new recommendations in two months of each project, in the mean', () => {
    const all = new Set([...evenings.values()].flat().map(({ id }) => id));
    expect(all.size / projects.size).toBeLessThanOrEqual(3);
  });

  it('each is told in its client’s language', () => {
    for (const [key, id] of projects) {
      const titles = [...evenings.values()].flat().filter(({ project_id }) => project_id === id);
      for (const { title } of titles) expect([key, /[а-яё]/i.test(title)]).toEqual([key, key.endsWith('ru')]);
    }
  });
});
