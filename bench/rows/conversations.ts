import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { seededRandom } from '../../sandbox/random.js';
import type { Cleanups } from '../servers/cleanups.js';
import { Texts } from './texts.js';

export const MEAN_TURNS = 18;

/** A file of so many made-up conversations as the sandbox reads them; it is removed with the bench's end. */
export async function writeConversations(cleanups: Cleanups, count: number): Promise<string> {
  cleanups.assertOpen();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kag-bench-'));
  cleanups.add(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'conversations.jsonl');
  await pipeline(Readable.from(conversations(count)), createWriteStream(file));
  return file;
}

/** The same ones each time, a line each. */
function* conversations(count: number): Generator<string> {
  const random = seededRandom(18);
  const texts = new Texts(1);
  for (let at = 0; at < count; at++) {
    const turns = Array.from({ length: random.int(4, 2 * MEAN_TURNS - 4) }, (_turn, place) => ({
      speaker: place % 2 === 0 ? 'client' : 'team',
      text: random.int(0, 9) === 0 ? random.pick(SHORT) : texts.message(),
    }));
    yield `${JSON.stringify({ id: `bench-${at}`, services: [random.pick(LABELS)], turns })}\n`;
  }
}

/** Too short to be searched, as one message in ten of a chat is. */
const SHORT = ['Thanks!', 'Ok, will do.', 'Got it.', 'Спасибо!', 'On my way.', 'Any news?'];
const LABELS = ['website', 'hosting', 'invoice', 'design', 'ads'];
