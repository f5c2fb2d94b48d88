import { SyncError } from './sync-error.js';

const LIMIT_BYTES = 50 * 1024 * 1024;

/**
 * The response's JSON.
 * @throws SyncError `bad_payload` when it is not JSON or over 50 MiB; network errors while reading pass through.
 */
export async function readJson(response: Response, where: string): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    // Leaving the loop cancels the body, so the rest is not downloaded.
    if (size > LIMIT_BYTES)
      throw new SyncError('bad_payload', `${where}: the answer is over ${LIMIT_BYTES / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
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
