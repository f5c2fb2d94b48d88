import { SyncError } from './sync-error.js';

/** The longest answer that is read; no vendor's page comes near it. */
export const LONGEST_ANSWER_BYTES = 50 * 1024 * 1024;

export interface ReadBody {
  text: string;
  bytes: number;
}

/**
 * The response's text.
 * @throws SyncError `bad_payload` when it is longer than `longest` bytes; network errors while reading pass through.
 */
export async function readBody(
  response: Response,
  where: string,
  longest: number = LONGEST_ANSWER_BYTES,
): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the body, so the rest is not downloaded.
    if (bytes > longest)
      throw new SyncError('bad_payload', `${where}: the answer is over ${longest / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString('utf8'), bytes };
}

/** The text's JSON. @throws SyncError `bad_payload` when it is none. */
export function parseBody(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyncError(
      'bad_payload',
      `${where}: the answer is not JSON; it begins with ${JSON.stringify(text.slice(0, 80))}`,
      { cause },
    );
  }
}

/** The text's JSON, or undefined: refusals often are pages for people. */
export function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
