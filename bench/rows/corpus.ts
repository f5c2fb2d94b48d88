import pg from 'pg';
import { MINUTE_MS } from '../../src/common/time-units.js';
import type { Config } from '../../src/config/index.js';
import { ChunkWriter } from '../../src/search/chunk-writer.js';
import { ChunksRepository } from '../../src/search/chunks.repository.js';
import type { SourceText } from '../../src/search/source-text.js';
import { BareDatabase } from '../servers/database.js';
import type { Texts } from './texts.js';

/** Sources in one transaction. */
const BATCH = 1000;
const MESSAGES_PER_CONVERSATION = 18;

/** Gives a project that many chunks, each one message, as a connector would: through the product's own writer. */
export async function writeChunks(
  url: string,
  config: Config,
  projectId: string,
  count: number,
  texts: Texts,
): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const database = new BareDatabase(pool);
  const writer = new ChunkWriter(new ChunksRepository(database), config);
  const end = Date.now();
  try {
    for (let from = 0; from < count; from += BATCH) {
      const sources = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) =>
        messageOf(from + at, texts.message(), new Date(end - (count - from - at) * MINUTE_MS)),
      );
      const written = await database.transaction((tx) => writer.replace(tx, projectId, sources));
      if (written !== sources.length) throw new Error(`${sources.length} messages became ${written} chunks`);
    }
  } finally {
    await pool.end();
  }
}

function messageOf(at: number, text: string, occurred_at: Date): SourceText {
  const id = `cwmsg:1:${at + 1}`;
  const conversation = Math.floor(at / MESSAGES_PER_CONVERSATION) + 1;
  return {
    source_kind: 'message',
    source_id: id,
    message_global_id: id,
    conversation_global_id: `cw:1:${conversation}`,
    sender: at % 2 === 0 ? 'client' : 'team',
    text,
    source_url: `https://chat.example/app/accounts/1/conversations/${conversation}?messageId=${at + 1}`,
    occurred_at,
  };
}
