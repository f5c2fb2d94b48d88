import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Latch } from '../support/latch.js';
import { becomes, expectSame, mirroredRows } from '../support/mirrored-rows.js';
import { project } from '../support/people.js';
import { syncedApp } from '../support/synced-app.js';
import { until } from '../support/until.js';
import { type Signable, WEBHOOK_VENDORS, type WebhookVendor } from '../support/webhook-vendors.js';

const SECRET = 'a-secret-that-the-vendor-made';
/** After a minute, an hour and as long as this, Linear tries again. */
const LATE_MS = 6 * 3_600_000;

const app = syncedApp(['chatwoot', 'linear', 'attio'], {
  CONNECTOR_LOOKBACK_DAYS: '365',
  CONNECTOR_HTTP_RETRY_BASE_MS: '1',
});
const paths = new Map<string, string>();

/** Binds a project to all that the environment's source has, or to a part of it. */
async function bind(
  projectId: string,
  { connector }: WebhookVendor,
  filter = {},
  webhook_secret: string | null = SECRET,
) {
  const url = `/projects/${projectId}/sources/${connector}`;
  const bound = await app.admin.put(url, { external_id: null, filter, credentials: { webhook_secret } });
  return bound.body.source.webhook_path as string;
}
beforeEach(async () => {
  for (const vendor of WEBHOOK_VENDORS) paths.set(vendor.connector, await bind(app.projectId, vendor));
});

interface How {
  secret?: string;
  id?: string;
  at?: number;
  path?: string | undefined;
}

function deliver(vendor: WebhookVendor, what: Signable, how: How = {}) {
  const { secret = SECRET, id = randomUUID(), at = Date.now(), path = paths.get(vendor.connector) ?? '' } = how;
  const { headers, body } = what({ secret, id, at });
  return app.server.visitor().agent.post(path).set(headers).send(body);
}

/** The vendor answers nothing until the gate is opened. */
function holdAnswers({ connector }: WebhookVendor): Latch {
  const latch = new Latch();
  app.sandbox.faults.add({ vendor: connector, kind: 'latency', until: () => latch.opened });
  return latch;
}

const rows = <T>(text: string, parameters: unknown[] = []) =>
  app.server.db.database.query<T>(text, [app.projectId, ...parameters]);
const sync = async ({ connector }: WebhookVendor, projectId = app.projectId) => {
  const answer = await app.admin.post(`/connectors/${connector}/sync?project_id=${projectId}`).set('prefer', 'wait=55');
  expect(answer.status).toBe(200);
  return answer.body.result as Record<string, unknown>;
};
const due = () => rows(`SELECT source_ref FROM connector_due_records WHERE project_id = $1`);
const runsOf = (job: string) =>
  rows<{ status: string; result: object | null }>(
    `SELECT status, result FROM job_runs WHERE project_id = $1 AND job_type LIKE $2`,
    [job],
  );
const idle = () =>
  until('no run is under way', async () => {
    const all = await runsOf('%');
    return all.every(({ status }) => status !== 'queued' && status !== 'running');
  });

const mirrored = (vendor: WebhookVendor, projectId = app.projectId) =>
  mirroredRows(app.server.db.database, projectId, vendor);

/** What a project without webhooks has, which reads the vendor for the first time now. */
async function polled(vendor: WebhookVendor, filter = {}): Promise<string[]> {
  const other = await project(app.admin);
  await bind(other, vendor, filter);
  await sync(vendor, other);
  return mirrored(vendor, other);
}

const shuffled = <T>(values: readonly T[]): T[] =>
  values
    .map((value, i) => ({ value, at: (i * 7919) % 101 }))
    .sort((a, b) => b.at - a.at)
    .map(({ value }) => value);

describe.each(WEBHOOK_VENDORS.map((vendor) => [vendor.connector, vendor] as const))(
  'a webhook of %s',
  (_name, vendor) => {
    it('makes what it names be read again by the next run, without a sync', async () => {
      await sync(vendor);
      for (const what of vendor.change(app.sandbox)) {
        const answer = await deliver(vendor, what);
        expect([answer.status, answer.body.taken]).toEqual([200, true]);
      }
      await becomes(() => mirrored(vendor), await polled(vendor));
      await idle();
      expect(await due()).toEqual([]);
      expect(await runsOf(`${vendor.connector}_sync`)).toHaveLength(1);
      expect((await runsOf('%')).filter(({ status }) => status !== 'succeeded')).toEqual([]);
    });

    it('ends in what polling finds when deliveries come twice and in another order', async () => {
      await sync(vendor);
      const sent = vendor.change(app.sandbox).map((what) => ({ what, id: randomUUID() }));
      const answers = await Promise.all(
        shuffled([...sent, ...sent]).map(({ what, id }) => deliver(vendor, what, { id })),
      );
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
      expect(answers.filter((answer) => answer.body.taken === true)).toHaveLength(sent.length);
      await becomes(() => mirrored(vendor), await polled(vendor));
      await idle();
      expect(await sync(vendor)).toMatchObject({ events: 0, chunks: 0, deleted: 0, errors: 0 });
    });

    it('changes nothing when it is sent again later', async () => {
      const what = vendor.unknown(app.sandbox);
      const id = randomUUID();
      expect((await deliver(vendor, what, { id })).body).toMatchObject({ taken: true });
      expect((await deliver(vendor, what, { id, at: Date.now() + 1000 })).body).toMatchObject({
        ok: true,
        taken: false,
      });
    });

    it('that nothing is known of is taken, and leads to nothing', async () => {
      const answer = await deliver(vendor, vendor.unknown(app.sandbox));
      expect([answer.status, answer.body.taken]).toEqual([200, true]);
      expect([await due(), await runsOf('%')]).toEqual([[], []]);
    });

    it('that is lost costs nothing: the next sync finds what it would have told', async () => {
      await sync(vendor);
      vendor.change(app.sandbox);
      await sync(vendor);
      expectSame(await mirrored(vendor), await polled(vendor));
    });

    it('brings nothing in that lies outside of the source’s filter', async () => {
      const filter = vendor.filter(app.sandbox);
      await bind(app.projectId, vendor, filter);
      await sync(vendor);
      const before = await mirrored(vendor);
      for (const what of vendor.changeOutside(app.sandbox)) expect((await deliver(vendor, what)).status).toBe(200);
      await idle();
      expect(await due()).toEqual([]);
      expectSame(await mirrored(vendor), before);
      expectSame(before, await polled(vendor, filter));
    });

    it('is answered within a second however slow the vendor is', async () => {
      await sync(vendor);
      const deliveries = vendor.change(app.sandbox);
      const answers = holdAnswers(vendor);
      // Were the vendor asked first, these would wait for it without end.
      for (const what of deliveries) expect((await deliver(vendor, what)).status).toBe(200);
      answers.open();
      await becomes(() => mirrored(vendor), await polled(vendor));
    });

    it('that comes during a sync is left to it, and not forgotten', async () => {
      const answers = holdAnswers(vendor);
      const started = await app.admin.post(`/connectors/${vendor.connector}/sync`).set('prefer', 'respond-async');
      expect(started.status).toBe(202);
      const syncing = `SELECT FROM connector_sync_state WHERE project_id = $1 AND connector = $2 AND status = 'running'`;
      await until('the sync is under way', async () => (await rows(syncing, [vendor.connector])).length > 0);
      for (const what of vendor.change(app.sandbox)) await deliver(vendor, what);
      const left = await until('a run has left them', async () => {
        const reads = await runsOf(`${vendor.connector}_due_records`);
        return reads.find(({ status }) => status === 'succeeded');
      });
      expect(left.result).toMatchObject({ read: 0, left_to: expect.any(String) });
      expect(await runsOf(`${vendor.connector}_sync`)).toMatchObject([{ status: 'running' }]);
      answers.open();
      await idle();
      expect(await due()).toEqual([]);
      await becomes(() => mirrored(vendor), await polled(vendor));
    });

    const another = () => WEBHOOK_VENDORS.find((one) => one !== vendor)?.connector ?? '';
    const untrue: [string, () => How][] = [
      ['with another secret', () => ({ secret: 'somebody-elses-secret' })],
      ['to a source that is not there', () => ({ path: `/webhooks/${vendor.connector}/${randomUUID()}` })],
      ['to a connector that is not there', () => ({ path: `/webhooks/nobody/${randomUUID()}` })],
      ['to another connector’s source', () => ({ path: paths.get(another()) })],
    ];
    const { windowMs } = vendor;
    if (windowMs !== null) {
      untrue.push(['that is old', () => ({ at: Date.now() - windowMs - 5000 })]);
      untrue.push(['from the future', () => ({ at: Date.now() + windowMs + 5000 })]);
    }
    if (windowMs !== null && windowMs > LATE_MS)
      it('that is tried again hours after its first try is taken', async () => {
        for (const what of vendor.change(app.sandbox))
          expect((await deliver(vendor, what, { at: Date.now() - LATE_MS })).status).toBe(200);
        await idle();
        expect(await due()).toEqual([]);
      });

    it.each(untrue)('%s is refused and leaves nothing', async (_what, how) => {
      for (const what of vendor.changeOutside(app.sandbox)) {
        const answer = await deliver(vendor, what, how());
        expect([answer.status, answer.body.error]).toEqual([401, 'unauthorized']);
      }
      expect([await due(), await runsOf('%')]).toEqual([[], []]);
      expect(await rows('SELECT 1 FROM webhook_deliveries WHERE project_id = $1')).toEqual([]);
    });

    it('is answered alike where there is none, where it takes none, and where it is forged', async () => {
      const answers = [];
      const forged = { secret: 'somebody-elses-secret' };
      const unknown = { path: `/webhooks/${vendor.connector}/${randomUUID()}` };
      const old = { secret: 'somebody-elses-secret', at: Date.now() - 3_600_000 };
      for (const how of [forged, unknown, old]) answers.push(await deliver(vendor, vendor.unknown(app.sandbox), how));
      answers.push(
        await app.server
          .visitor()
          .agent.post(paths.get(vendor.connector) ?? '')
          .send({ event: 'x' }),
      );
      await bind(app.projectId, vendor, {}, null);
      answers.push(await deliver(vendor, vendor.unknown(app.sandbox)));
      await rows(`UPDATE project_sources SET sealed_credentials = 'sealed under another key' WHERE project_id = $1`);
      answers.push(await deliver(vendor, vendor.unknown(app.sandbox)));
      const bodies = answers.map(({ status, body }) => JSON.stringify({ status, ...body, request_id: '' }));
      expect(new Set(bodies).size).toBe(1);
      expect(answers[0]?.body).toMatchObject({ status: 401, error: 'unauthorized' });
    });

    it('is refused where the source has no secret', async () => {
      await bind(app.projectId, vendor, {}, null);
      expect((await deliver(vendor, vendor.unknown(app.sandbox))).status).toBe(401);
    });

    it('may be larger than other bodies, yet not without end', async () => {
      const of = (kilobytes: number) => vendor.of({ type: 'x'.repeat(kilobytes * 1024), id: 1 });
      expect((await deliver(vendor, of(200))).status).toBe(200);
      const refused = await deliver(vendor, of(1100));
      expect([refused.status, refused.body.detail]).toEqual([413, 'The body is over 1024 KiB']);
    });

    it('is never more than refused, whatever it says', async () => {
      const any = fc.oneof(fc.uuid(), fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 200 }));
      const ids = fc.record({ object_id: any, record_id: any, note_id: any, task_id: any, issueId: any, id: any });
      const bodies = fc.record({
        event: fc.constantFrom('message_created', 'contact_updated', 'conversation_updated'),
        type: fc.constantFrom('Issue', 'Comment', 'User', 'constructor'),
        event_type: fc.constantFrom('record.merged', 'note.created', 'task.deleted'),
        data: ids,
        id: fc.oneof(ids, fc.maxSafeInteger()),
        conversation: fc.oneof(any, fc.record({ id: fc.maxSafeInteger() })),
      });
      await fc.assert(
        fc.asyncProperty(bodies, fc.string({ maxLength: 300 }), async (body, id) => {
          expect([200, 400, 401]).toContain((await deliver(vendor, vendor.of(body), { id })).status);
        }),
        { numRuns: 40 },
      );
    });
  },
);

it('a vendor that hangs does not hold up what the others tell', async () => {
  const [slow, ...others] = WEBHOOK_VENDORS;
  if (!slow) throw new Error('there are vendors');
  for (const vendor of WEBHOOK_VENDORS) await sync(vendor);
  const answers = holdAnswers(slow);
  for (const vendor of WEBHOOK_VENDORS) {
    for (const what of vendor.change(app.sandbox)) await deliver(vendor, what);
  }
  for (const vendor of others) await becomes(() => mirrored(vendor), await polled(vendor));
  expect((await due()).length).toBeGreaterThan(0);
  answers.open();
  await becomes(() => mirrored(slow), await polled(slow));
});

it('of many deliveries none is forgotten, whenever they come', async () => {
  for (const vendor of WEBHOOK_VENDORS) await sync(vendor);
  for (let round = 0; round < 3; round++) {
    for (const vendor of WEBHOOK_VENDORS) {
      for (const what of shuffled(vendor.change(app.sandbox))) await deliver(vendor, what);
    }
  }
  await idle();
  expect(await due()).toEqual([]);
  for (const vendor of WEBHOOK_VENDORS) await becomes(() => mirrored(vendor), await polled(vendor));
  expect(await runsOf('%\\_sync')).toHaveLength(3);
});
