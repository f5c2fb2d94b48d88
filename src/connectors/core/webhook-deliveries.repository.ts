import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import type { ConnectorName } from './contract.js';

@Injectable()
export class WebhookDeliveriesRepository {
  /** Remembers a delivery; false when it had come before. Two that come at once are told apart by the key. */
  async add(tx: Tx, projectId: string, connector: ConnectorName, deliveryId: string): Promise<boolean> {
    const { affected } = await tx.run(
      `INSERT INTO webhook_deliveries (project_id, connector, delivery_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [projectId, connector, deliveryId],
    );
    return affected > 0;
  }
}
