import OpenAI from 'openai';
import { hostOf, pinnedFetch } from '../common/pinned-fetch.js';

/** How a server is reached that speaks OpenAI's protocol. */
export interface OpenaiAccess {
  apiKey: string;
  baseUrl: string;
  /** Deadline of one request; callers keep it by their own clock. */
  timeoutMs: number;
}

export type OpenaiClient = OpenAI;

/** A client of OpenAI, or of a server that speaks its protocol at the configured address, and of no other. */
export function openaiClient({ apiKey, baseUrl }: OpenaiAccess): OpenaiClient {
  return new OpenAI({
    apiKey,
    baseURL: baseUrl,
    fetch: pinnedFetch([hostOf(baseUrl)]),
    // Named here, or the client would read them from the environment.
    organization: null,
    project: null,
    // Runs repeat by themselves; repeats inside would multiply.
    maxRetries: 0,
    logLevel: 'off',
    fetchOptions: { redirect: 'error' },
  });
}
