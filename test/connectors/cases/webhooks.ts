import { describe, expect, it } from '@jest/globals';
import type { Delivery, WebhookDialect } from '../../../src/connectors/core/webhook-dialect.js';
import type { OpenScene } from '../scene.js';

const SECRET = 'a-secret-of-the-vendors';

/** @param dialect undefined where the connector has no webhooks: then the next sync has to bring what one would have */
export function webhookCases(open: OpenScene, dialect: WebhookDialect | undefined): void {
  describe(dialect ? 'a webhook' : 'without webhooks', () => {
    async function delivered() {
      const scene = await open();
      const [id = ''] = scene.many(2);
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(1);
      scene.at.edit(id, 'Edited');
      const { headers, body } = scene.at.delivery(id, SECRET);
      const delivery: Delivery = { headers, rawBody: Buffer.from(body), body: JSON.parse(body) as Delivery['body'] };
      return { scene, mirror, id, delivery };
    }

    it('names a record that can be read again', async () => {
      const { scene, mirror, id, delivery } = await delivered();
      if (dialect) {
        const { refs } = dialect.read(delivery, SECRET, scene.clock.now());
        expect(refs.length).toBeGreaterThan(0);
        expect((await mirror.reread(refs)).failures).toEqual([]);
      } else await mirror.sync();
      expect(scene.living(mirror, id)).toBe(true);
      scene.expectEqual(mirror);
    });

    it('tells nothing that the next sync would tell again', async () => {
      const { scene, mirror, delivery } = await delivered();
      if (dialect) await mirror.reread(dialect.read(delivery, SECRET, scene.clock.now()).refs);
      else await mirror.sync();
      const { events, texts } = await mirror.sync();
      expect({ events, texts }).toEqual({ events: [], texts: [] });
    });

    if (dialect)
      it('is believed only when it is signed, and known when it comes again', async () => {
        const { scene, delivery } = await delivered();
        const now = scene.clock.now();
        expect(() => dialect.read(delivery, 'another secret', now)).toThrow(/signature/i);
        const forged = { ...delivery, rawBody: Buffer.from(`${delivery.rawBody.toString()} `) };
        expect(() => dialect.read(forged, SECRET, now)).toThrow(/signature/i);
        expect(dialect.read(delivery, SECRET, now)).toEqual(dialect.read(delivery, SECRET, now));
      });
  });
}
