import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/index.js';
import { seal, unseal } from './seal.js';
import type { Connector } from './domain/source-binding.js';

/** What a project keeps for a connector beside the environment's credentials. */
export interface SourceCredentials {
  /** Unset: the environment's token applies. */
  api_token?: string | undefined;
  /** What the vendor signs its webhooks with; unset: they are refused. */
  webhook_secret?: string | undefined;
}

/** Seals per-project credentials under SECRETS_KEY, and opens what it or the keys before it sealed. */
@Injectable()
export class CredentialSeal {
  constructor(private readonly config: Config) {}

  /** @throws AppError `secrets_key_missing` without a key. */
  close(credentials: SourceCredentials, projectId: string, connector: Connector): Buffer {
    const { api_token, webhook_secret } = credentials;
    return seal(JSON.stringify({ api_token, webhook_secret }), this.key(), place(projectId, connector));
  }

  /** @throws AppError `secrets_key_missing` without the key they were sealed under. */
  open(sealed: Buffer, projectId: string, connector: Connector): SourceCredentials {
    const text = [this.key(), ...(this.config.SECRETS_KEYS_BEFORE ?? [])]
      .map((key) => unseal(sealed, key, place(projectId, connector)))
      .find((opened) => opened !== null);
    if (text === undefined) {
      throw new AppError(
        'secrets_key_missing',
        `The stored ${connector} credentials were sealed under another SECRETS_KEY; put that key into SECRETS_KEYS_BEFORE, or store the credentials again`,
      );
    }
    return JSON.parse(text) as SourceCredentials;
  }

  /** Whether the present key opens them, without those before it. */
  isCurrent(sealed: Buffer, projectId: string, connector: Connector): boolean {
    return unseal(sealed, this.key(), place(projectId, connector)) !== null;
  }

  private key(): Buffer {
    const key = this.config.SECRETS_KEY;
    if (key) return key;
    throw new AppError(
      'secrets_key_missing',
      'Per-project credentials need SECRETS_KEY (32 bytes in base64); set it and restart the server',
    );
  }
}

const place = (projectId: string, connector: Connector) => `${projectId}:${connector}`;
