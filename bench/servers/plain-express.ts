import type { AddressInfo } from 'node:net';
import express from 'express';
import pg from 'pg';
import { readConfig } from '../../src/config/index.js';
import { EventLogRepository } from '../../src/kag-events/event-log.repository.js';
import { BareDatabase } from './database.js';
import { tellReady } from './own-process.js';

/**
 * A process of its own: Express with one route, which reads a session by its id and a page of a project’s events, as
 * the product’s statements do, and answers with them.
 */
const url = process.env['DATABASE_URL'] ?? '';
const pool = new pg.Pool({ connectionString: url, max: readConfig({ NODE_ENV: 'test' }).DATABASE_POOL_MAX });
const database = new BareDatabase(pool);
const events = new EventLogRepository(database);

const app = express();
app.get('/events', (request, response, next) => {
  const { sid, project_id, limit } = request.query as Record<string, string>;
  const answer = async () => {
    const [session] = await database.query('SELECT sess FROM sessions WHERE sid = $1 AND expire >= now()', [sid]);
    if (!session) return response.status(401).json({ error: 'sign in first' });
    const rows = await events.list(project_id ?? '', {}, Number(limit), null);
    return response.json({ events: rows });
  };
  answer().catch(next);
});

const server = app.listen(0, '127.0.0.1', () => {
  tellReady({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
