import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/index.js';
import { seal, unseal } from './seal.js';

/** Seals texts under SECRETS_KEY, and opens what it or the keys before it sealed. */
@Injectable()
export class SecretSeal {
  constructor(private readonly config: Config) {}

  /**
   * `place`: where it is kept; it opens nowhere else.
   * @throws AppError `secrets_key_missing` without a key.
   */
  close(text: string, place: string): Buffer {
    return seal(text, this.key(), place);
  }

  /**
   * Null when no key opens it.
   * @throws AppError `secrets_key_missing` without a key.
   */
  open(sealed: Buffer, place: string): string | null {
    const texts = [this.key(), ...(this.config.SECRETS_KEYS_BEFORE ?? [])].map((key) => unseal(sealed, key, place));
    return texts.find((text) => text !== null) ?? null;
  }

  /** Whether the present key opens it, without those before it. */
  isCurrent(sealed: Buffer, place: string): boolean {
    return unseal(sealed, this.key(), place) !== null;
  }

  private key(): Buffer {
    const key = this.config.SECRETS_KEY;
    if (key) return key;
    throw new AppError(
      'secrets_key_missing',
      'Secrets are stored under SECRETS_KEY (32 bytes in base64) only; set it and restart the server',
    );
  }
}
