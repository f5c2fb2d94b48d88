import { LongTextCutter } from './long-text-cutter.js';
import { SyncError } from './sync-error.js';
import { vendorWords } from './vendor-words.js';

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
      throw new SyncError('bad_payload', `${where}: the answer is over ${longest / 1024 / 1024} MiB`, {
        tooLarge: true,
      });
    chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString('utf8'), bytes };
}

/** How much of an answer whose long texts are cut is downloaded, by the limit. */
const MAX_DOWNLOADED = 10;
/**
 * The longest text that stays whole, by the limit: first a few long texts are cut, then all but the short ones, for
 * a page that can't be asked for in smaller parts.
 */
export const LONGEST_TEXTS = [1 / 50, 1 / 1000] as const;

/**
 * The text of a response of JSON that is over the limit, with its long texts cut, which says so in each of them.
 * @throws SyncError `bad_payload` when it is too long all the same
 */
export async function readCutBody(
  response: Response,
  where: string,
  longest: number = LONGEST_ANSWER_BYTES,
  longestText: number = LONGEST_TEXTS[0],
): Promise<ReadBody> {
  const cutter = new LongTextCutter(Math.ceil(longest * longestText));
  const chunks: Uint8Array[] = [];
  let [downloaded, bytes] = [0, 0];
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    downloaded += chunk.byteLength;
    const kept = cutter.cut(chunk);
    bytes += kept.byteLength;
    if (bytes > longest || downloaded > longest * MAX_DOWNLOADED)
      throw new SyncError('bad_payload', `${where}: the answer is over ${longest / 1024 / 1024} MiB`, {
        tooLarge: true,
      });
    chunks.push(kept);
  }
  return { text: Buffer.concat(chunks).toString('utf8'), bytes };
}

/**
 * The text's JSON.
 * @param look what to look at where it is a page for people
 * @throws SyncError `bad_payload` for other text
 */
export function parseBody(text: string, where: string, look: string | null = null): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const begins = JSON.stringify(text.slice(0, 80));
    const page = /^\s*</.test(text);
    const says = page ? `. It is a page that says: ${vendorWords(text)}${look === null ? '' : `. ${look}`}` : '';
    throw new SyncError('bad_payload', `${where}: the answer is not JSON; it begins with ${begins}${says}`, { cause });
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
