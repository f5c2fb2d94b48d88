import { afterAll, describe, expect, it } from '@jest/globals';
import { mirrorsOf, newAgency } from '../../test/support/lived-agency.js';
import type { Mirror } from '../../test/support/mirror.js';
import { SandboxClient } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import { STORY_DAYS } from './index.js';

const open: Sandbox[] = [];
afterAll(() => Promise.all(open.map((each) => each.close())));

async function start(seed?: number) {
  const founded = await newAgency(seed);
  open.push(founded.sandbox);
  return founded;
}

const stateOf = ({ world, linear, attio }: Sandbox) => ({
  chatwoot: world.snapshot(),
  linear: linear.snapshot(),
  attio: attio.snapshot(),
});

/** All rows, without our own times of writing. */
const rowsOf = (mirrors: readonly Mirror[]) =>
  Object.fromEntries(
    mirrors.flatMap((mirror) =>
      [...mirror.tables].map(([table, rows]) => [
        table,
        new Map(
          [...rows]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, { created_at: _created, updated_at: _updated, ...row }]) => [key, row]),
        ),
      ]),
    ),
  );

describe('the agency', () => {
  it('is the same for the same seed, and differs in nothing but minutes for another', async () => {
    const [one, same, other] = [await start(7), await start(7), await start(8)];
    for (const { agency } of [one, same, other]) agency.liveUntil(STORY_DAYS);
    expect(stateOf(same.sandbox)).toEqual(stateOf(one.sandbox));
    expect(stateOf(other.sandbox)).not.toEqual(stateOf(one.sandbox));
    const said = ({ sandbox }: typeof one) => sandbox.world.snapshot().messages.map(({ content }) => content);
    expect(said(other).sort()).toEqual(said(one).sort());
  });

  it('has a client for every story, each with bindings of its own', async () => {
    const { agency, sandbox } = await start();
    expect(agency.clients.map(({ key }) => key)).toEqual([
      ...['silence-en', 'silence-ru', 'scope-creep-en', 'scope-creep-ru', 'blocked-en', 'blocked-ru'],
      ...['over-budget-en', 'over-budget-ru', 'upsell-en', 'upsell-ru', 'quiet-en', 'quiet-ru', 'lost-en'],
      ...['lost-ru', 'angry-en', 'angry-ru', 'recovered-ru'],
    ]);
    for (const connector of ['chatwoot', 'linear', 'attio'] as const) {
      const filters = new Set(agency.clients.map(({ bindings }) => JSON.stringify(bindings[connector].filter)));
      expect(filters.size).toBe(agency.clients.length);
    }
    expect(agency.clients[0]?.bindings).toMatchObject({
      chatwoot: { external_id: String(sandbox.world.accountId) },
      linear: { external_id: sandbox.linear.organization.id },
      attio: { external_id: sandbox.attio.schema.workspaceId },
    });
  });

  it('plays each day in its own time, and stands at its end until the clock of the sandbox is later', async () => {
    let clock = Date.UTC(2026, 2, 10, 15);
    const sandbox = await startSandbox({ agency: 3, now: () => clock });
    open.push(sandbox);
    const { agency, world, linear, attio } = sandbox;
    const times = () => [world.now(), linear.now(), attio.now()];
    expect(new Set(times())).toEqual(new Set([clock]));
    expect(agency?.now()).toBe(Date.UTC(2026, 2, 10));
    const last = () => (world.snapshot().messages.at(-1)?.created_at ?? 0) * 1000;
    expect(last()).toBeLessThan(Date.UTC(2026, 2, 10));
    agency?.liveUntil(8);
    expect(new Set(times())).toEqual(new Set([Date.UTC(2026, 2, 15)]));
    expect(new Date(last()).toISOString()).toMatch(/^2026-03-14T/);
    clock = Date.UTC(2026, 2, 20);
    expect(new Set(times())).toEqual(new Set([clock]));
  });

  it('lives on at the word of another process, until its stories are over', async () => {
    const sandbox = await startSandbox({ agency: 58, now: () => Date.UTC(2026, 2, 10) });
    open.push(sandbox);
    const client = new SandboxClient(sandbox);
    const live = (body: object) =>
      client.request('/__sandbox/agency/live', { method: 'POST', body: JSON.stringify(body) });
    expect((await client.request('/__sandbox/agency')).body).toEqual({
      day: 58,
      now: '2026-03-10T00:00:00.000Z',
      clients: sandbox.agency?.clients,
    });
    const before = sandbox.world.snapshot().messages.length;
    const lived = await live({});
    expect(lived.body).toEqual({ day: 59, now: '2026-03-11T00:00:00.000Z', acts: expect.any(Number) });
    expect(lived.body.acts).toBeGreaterThan(14);
    expect(sandbox.world.snapshot().messages.length).toBeGreaterThan(before);
    for (const days of [0, 1.5, 2, 'all']) expect((await live({ days })).status).toBe(400);
    expect((await live({ days: 1 })).body.day).toBe(60);
    expect((await live({})).status).toBe(400);
    expect(sandbox.requests.total).toBe(0);
  });

  it('gives the same tables to who looks every evening as to who looks once in the end', async () => {
    const { agency, sandbox } = await start();
    const daily = mirrorsOf(sandbox, agency);
    while (agency.day < STORY_DAYS) {
      agency.liveDay();
      for (const mirror of daily) expect((await mirror.sync()).failures).toEqual([]);
    }
    const once = mirrorsOf(sandbox, agency);
    for (const mirror of once) await mirror.sync();
    const rows = rowsOf(once);
    expect(rowsOf(daily)).toEqual(rows);
    const state = stateOf(sandbox);
    expect(rows['cw_messages']?.size).toBe(state.chatwoot.messages.length);
    expect(rows['linear_issues_raw']?.size).toBe(state.linear.issues.length);
    expect(rows['attio_opportunities_raw']?.size).toBe(state.attio.deals.length);
  });
});
