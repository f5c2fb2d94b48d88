import { Injectable } from '@nestjs/common';
import type { ConnectorName } from './domain/connectors.js';
import type { BindingShape } from './domain/source-binding.js';
import type { WebhookSetup } from './domain/webhook-setup.js';

/** What there is to know of a vendor before a project is bound to it. */
export interface SourceDescription {
  binding: BindingShape;
  webhookSetup: WebhookSetup;
}

/** The vendors that projects can be bound to: who reads from them declares each, and not the other way round. */
@Injectable()
export class SourceKinds {
  private readonly kinds = new Map<ConnectorName, SourceDescription>();

  declare(connector: ConnectorName, kind: SourceDescription): void {
    this.kinds.set(connector, kind);
  }

  of(connector: ConnectorName): SourceDescription {
    const kind = this.kinds.get(connector);
    if (!kind) throw new Error(`nothing declares what a binding to ${connector} may say`);
    return kind;
  }
}
