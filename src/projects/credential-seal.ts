import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/index.js';
import type { ConnectorName } from './domain/connectors.js';
import { SecretSeal } from './secret-seal.js';

/** What a project keeps for a connector beside the environment's credentials. */
export interface SourceCredentials {
  /** Unset: the environment's token applies. */
  api_token?: string | undefined;
  /** What the vendor signs its webhooks with; unset: they are refused. */
  webhook_secret?: string | undefined;
}

/** Seals and opens per-project credentials. */
@Injectable()
export class CredentialSeal {
  private readonly seal: SecretSeal;

  constructor(config: Config) {
    this.seal = new SecretSeal(config);
  }

  /** @throws AppError `secrets_key_missing` without a key. */
  close(credentials: SourceCredentials, projectId: string, connector: ConnectorName): Buffer {
    const { api_token, webhook_secret } = credentials;
    return this.seal.close(JSON.stringify({ api_token, webhook_secret }), place(projectId, connector));
  }

  /** @throws AppError `secrets_key_missing` without the key they were sealed under. */
  open(sealed: Buffer, projectId: string, connector: ConnectorName): SourceCredentials {
    const text = this.seal.open(sealed, place(projectId, connector));
    if (text !== null) return JSON.parse(text) as SourceCredentials;
    throw new AppError(
      'secrets_key_missing',
      `The stored ${connector} credentials were sealed under another SECRETS_KEY; put that key into SECRETS_KEYS_BEFORE, or store the credentials again`,
    );
  }

  /** Whether the present key opens them, without those before it. */
  isCurrent(sealed: Buffer, projectId: string, connector: ConnectorName): boolean {
    return this.seal.isCurrent(sealed, place(projectId, connector));
  }
}

const place = (projectId: string, connector: ConnectorName) => `${projectId}:${connector}`;
