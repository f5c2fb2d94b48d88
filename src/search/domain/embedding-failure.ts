import type { SettingFault } from '../../openai/index.js';

/**
 * Why a provider gave no vector for texts that are not to blame: `unavailable` passes by itself (outage, rate limit,
 * network), `refused` needs a person (key, quota, model), `aborted` was our own wish.
 */
export interface EmbeddingFailure {
  kind: 'unavailable' | 'refused' | 'aborted';
  /** For people; names no key. */
  reason: string;
  /** Milliseconds the provider asked to wait; null when it did not say. */
  retryAfterMs: number | null;
  /** What of the configuration is at fault, where the answer tells. */
  fault?: SettingFault;
  /** Whether one of the texts may be what the provider stumbles over. */
  stumbled?: boolean;
}

/**
 * What became of one text: its vector, the provider's reason to reject it, what the provider stumbles over with this
 * text alone while it serves others, or null when it was not reached.
 */
export type EmbeddedText = { vector: number[] } | { rejected: string } | { spoilt: string } | null;
