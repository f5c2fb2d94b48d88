import { Injectable } from '@nestjs/common';
import type { Connector } from './domain/connectors.js';
import type { BindingShape } from './domain/source-binding.js';
import type { WebhookSetup } from './domain/webhook-setup.js';

/** What there is to know of a vendor before a project is bound to it. */
export interface SourceKind {
  binding: BindingShape;
  webhookSetup: WebhookSetup;
}

/** The vendors that projects can be bound to: who reads from them declares each, and not the other way round. */
@Injectable()
export class SourceKinds {
  private readonly kinds = new Map<Connector, SourceKind>();

  declare(connector: Connector, kind: SourceKind): void {
    this.kinds.set(connector, kind);
  }

  of(connector: Connector): SourceKind {
    const kind = this.kinds.get(connector);
    if (!kind) throw new Error(`nothing declares what a binding to ${connector} may say`);
    return kind;
  }
}
