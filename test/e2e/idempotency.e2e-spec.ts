import { randomUUID } from 'node:crypto';
import { Body, Controller, Module, Post, Res } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import type { Response } from 'express';
import { AppError } from '../../src/common/app-error.js';
import { Access } from '../../src/http/index.js';
import { colleague } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

class Wish {
  @IsString()
  kind!: string;
  @IsOptional()
  @IsString()
  note?: string;
}

let count = 0;
let release = () => {};

@Controller('counted')
@Access('viewer')
class CountedController {
  @Post()
  async run(@Body() { kind }: Wish, @Res({ passthrough: true }) response: Response) {
    count++;
    if (kind === 'conflict') throw new AppError('conflict', `Conflict number ${count}`, { count });
    if (kind === 'job') throw new AppError('vendor_failed', 'Vendor is down', { job_run_id: `run-${count}` });
    if (kind === 'down') throw new AppError('service_unavailable', 'Down');
    if (kind === 'bug') throw new Error('bug');
    if (kind === 'slow') await new Promise<void>((done) => (release = done));
    if (kind === 'accepted') {
      response.status(202);
      response.setHeader('location', `/jobs/runs/${count}`);
    }
    return { z: 1, count, a: 2 };
  }
}

@Module({ controllers: [CountedController] })
class CountedModule {}

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp({ modules: [CountedModule] });
});
afterAll(() => server.close());

describe('a request repeated under its Idempotency-Key', () => {
  it.each([
    ['done', 201],
    ['accepted', 202],
    ['conflict', 409],
    ['job', 502],
  ])('is done once and answered alike: %s', async (kind, status) => {
    const client = await server.signIn();
    const send = (key: string) => client.post('/counted', { kind }).set('idempotency-key', key);
    const key = randomUUID();
    const first = await send(key);
    const before = count;
    const second = await send(key);
    expect([first.status, second.status]).toEqual([status, status]);
    expect(count).toBe(before);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.headers['location']).toBe(first.headers['location']);
    if (status < 400) expect(second.text).toBe(first.text);
    else expect({ ...second.body, request_id: '' }).toEqual({ ...first.body, request_id: '' });
    await send(randomUUID());
    expect(count).toBe(before + 1);
  });

  it.each(['down', 'bug'])('is tried again when it failed by itself: %s', async (kind) => {
    const client = await server.signIn();
    const key = randomUUID();
    const before = count;
    for (const _ of [1, 2])
      expect((await client.post('/counted', { kind }).set('idempotency-key', key)).status).toBeGreaterThanOrEqual(500);
    expect(count).toBe(before + 2);
  });

  it('is refused when it is another request', async () => {
    const client = await server.signIn();
    const key = randomUUID();
    await client.post('/counted', { kind: 'done' }).set('idempotency-key', key);
    for (const again of [
      client.post('/counted', { kind: 'done', note: 'x' }),
      client.post('/projects', { name: 'Other' }),
    ]) {
      expect((await again.set('idempotency-key', key)).body).toMatchObject({
        status: 422,
        error: 'idempotency_key_reused',
      });
    }
    const reordered = await client.post('/counted', { note: undefined, kind: 'done' }).set('idempotency-key', key);
    expect(reordered.headers['idempotency-replayed']).toBe('true');
  });

  it('waits for nothing while the first one runs', async () => {
    const client = await server.signIn();
    const key = randomUUID();
    const before = count;
    const first = client
      .post('/counted', { kind: 'slow' })
      .set('idempotency-key', key)
      .then((response) => response);
    await until('the first one runs', () => count > before);
    const second = await client.post('/counted', { kind: 'slow' }).set('idempotency-key', key);
    expect(second.body).toMatchObject({ status: 409, error: 'idempotency_key_in_use' });
    expect(Number(second.headers['retry-after'])).toBeGreaterThan(0);
    release();
    expect((await first).status).toBe(201);
  });

  it('is done once however many come at once', async () => {
    const client = await server.signIn();
    const key = randomUUID();
    const before = count;
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        client
          .post('/counted', { kind: 'done' })
          .set('idempotency-key', key)
          .then((response) => response),
      ),
    );
    expect(count).toBe(before + 1);
    expect(all.every((response) => [201, 409].includes(response.status))).toBe(true);
  });

  it('takes over from a process that died, and after 24 h', async () => {
    const client = await server.signIn();
    const { database } = server.db;
    for (const [age, answered] of [
      ['3 minutes', false],
      ['25 hours', true],
    ] as const) {
      const key = randomUUID();
      await client.post('/counted', { kind: 'done' }).set('idempotency-key', key);
      await database.query(
        `UPDATE idempotency_keys SET claimed_at = now() - $2::interval, answer = CASE WHEN $3 THEN answer END WHERE key = $1`,
        [key, age, answered],
      );
      const again = await client.post('/counted', { kind: 'done' }).set('idempotency-key', key);
      expect(again.status).toBe(201);
      expect(again.headers['idempotency-replayed']).toBeUndefined();
    }
  });

  it('belongs to its user', async () => {
    const [one, other] = [await server.signIn(), (await colleague(server, 'viewer')).client];
    const key = randomUUID();
    const first = await one.post('/counted', { kind: 'done' }).set('idempotency-key', key);
    const second = await other.post('/counted', { kind: 'done' }).set('idempotency-key', key);
    expect(second.body.count).not.toBe(first.body.count);
  });

  it.each(['', 'x'.repeat(201), 'ключ'])('refuses the key %j', async (key) => {
    const client = await server.signIn();
    const response = await client
      .post('/counted', { kind: 'done' })
      .set('idempotency-key', Buffer.from(key).toString('latin1'));
    expect([response.status, response.body.error]).toEqual([400, 'validation_failed']);
  });

  it('stores no bare hash of a body that holds a password', async () => {
    const admin = await server.signIn();
    const key = randomUUID();
    const made = await admin
      .post('/users', { username: 'hashed', password: 'a-long-enough-password', role: 'viewer' })
      .set('idempotency-key', key);
    expect(made.status).toBe(200);
    const [row] = await server.db.database.query('SELECT * FROM idempotency_keys WHERE key = $1', [key]);
    expect(JSON.stringify(row)).not.toContain('long-enough');
    expect(row?.['fingerprint']).toMatch(/^[0-9a-f]{64}$/);
  });
});
