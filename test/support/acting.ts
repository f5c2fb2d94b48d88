import { randomUUID } from 'node:crypto';
import { ActionDeliveriesJob } from '../../src/actions/deliveries.job.js';
import { RecommendationsService } from '../../src/kag-recommendations/index.js';
import type { EvidenceRef } from '../../src/kag-events/index.js';
import { waiting } from '../builders/recommendations.js';
import type { Client } from './client.js';
import { contextOf } from './job-context.js';
import type { SyncedApp } from './synced-app.js';
import { until } from './until.js';

export type Answer = Record<string, any>;

/** What tests of actions do and look at, in the project that the admin has selected. */
export function acting(app: SyncedApp) {
  const rows = <T>(text: string) => app.server.db.database.query<T>(text, [app.projectId]);
  return {
    /** Brings what the vendor has. */
    async sync(connector: string): Promise<void> {
      await app.admin.post(`/connectors/${connector}/sync`).set('prefer', 'wait=55').expect(200);
    },

    /** Id of a recommendation of the project that rests on these rows. */
    async advised(refs?: EvidenceRef[]): Promise<string> {
      const service = app.server.app.get(RecommendationsService);
      await service.refresh(new Map([[app.projectId, waiting(4, refs)]]), new Date());
      const [made] = await rows<{ id: string }>('SELECT id FROM recommendations_v2 WHERE project_id = $1');
      return made?.id ?? '';
    },

    async preview(kind: string, more: object = {}, by: Client = app.admin): Promise<Answer> {
      const answer = await by.post(`/actions/preview?project_id=${app.projectId}`, { kind, ...more }).expect(200);
      return answer.body.preview as Answer;
    },

    /** The answer to a new action of this kind, by default at its likeliest target. */
    async create(kind: string, more: object = {}, key: string = randomUUID(), by: Client = app.admin) {
      const { targets, title } = await this.preview(kind);
      const target = targets[0] === undefined ? {} : { target: targets[0].id };
      const titled = title === null ? {} : { title: 'Call the client' };
      const body = { kind, ...target, ...titled, text: 'They wait for an answer since Monday.', ...more };
      return by.post(`/actions?project_id=${app.projectId}`, body).set('idempotency-key', key);
    },

    async one(id: string): Promise<Answer> {
      return (await app.admin.get(`/actions/${id}?project_id=${app.projectId}`).expect(200)).body.action as Answer;
    },

    /** The action once it has this status. */
    become(id: string, status: string): Promise<Answer> {
      return until(`action ${id} is ${status}`, async () => {
        const action = await this.one(id);
        return action['status'] === status && action;
      });
    },

    /** The action once an attempt of it has ended. */
    tried(id: string, attempts: number): Promise<Answer> {
      return until(`attempt ${attempts} of action ${id} is over`, async () => {
        const action = await this.one(id);
        return action['attempts'] >= attempts && action['status'] !== 'sending' && action;
      });
    },

    /**
     * Sends what waits, as if its time had come, with so many workers at once. The server's own worker may have been
     * faster to take it: resolves once nothing is on its way any more.
     */
    async deliver(workers = 1): Promise<void> {
      await rows(`UPDATE actions SET next_try_at = now() - interval '1 second'
        WHERE project_id = $1 AND status IN ('queued', 'sending') AND kind <> 'reminder'`);
      await this.work(workers);
      await until('nothing is on its way', async () => {
        const sending = await rows(`SELECT FROM actions WHERE project_id = $1 AND status = 'sending'`);
        return sending.length === 0;
      });
    },

    /** Sends what is due, with so many workers at once. */
    async work(workers = 1): Promise<void> {
      const job = app.server.app.get(ActionDeliveriesJob);
      await Promise.all(Array.from({ length: workers }, () => job.run(contextOf(app.projectId))));
    },

    rows,
  };
}
