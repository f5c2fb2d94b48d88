import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seededRandom } from '../sandbox/random.js';
import type { Cleanups } from './cleanups.js';
import { Texts } from './texts.js';

const CONVERSATIONS = 1000;
const MEAN_TURNS = 18;

/** A file of made-up conversations as the sandbox reads them; it is removed with the bench's end. */
export async function writeConversations(cleanups: Cleanups): Promise<string> {
  cleanups.assertOpen();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kag-bench-'));
  cleanups.add(() => rm(folder, { recursive: true, force: true }));
  const random = seededRandom(18);
  const texts = new Texts(1);
  const lines = Array.from({ length: CONVERSATIONS }, (_, at) => {
    const turns = Array.from({ length: random.int(4, 2 * MEAN_TURNS - 4) }, (_turn, place) => ({
      speaker: place % 2 === 0 ? 'client' : 'team',
      text: random.int(0, 9) === 0 ? random.pick(SHORT) : texts.message(),
    }));
    return JSON.stringify({ id: `bench-${at}`, services: [random.pick(LABELS)], turns });
  });
  const file = path.join(folder, 'conversations.jsonl');
  await writeFile(file, lines.join('\n'));
  return file;
}

/** Too short to be searched, as one message in ten of a chat is. */
const SHORT = ['Thanks!', 'Ok, will do.', 'Got it.', 'Спасибо!', 'On my way.', 'Any news?'];
const LABELS = ['website', 'hosting', 'invoice', 'design', 'ads'];
