import { randomUUID } from 'node:crypto';
import type { OpenDatabase } from '../../src/database/index.js';
import { newProject, searchParts, sourceText, type SearchParts } from '../../test/support/search-parts.js';
import type { Conversation } from './conversations.js';

/** More than any of it needs. */
const BUDGET_MS = 3_600_000;

/** A project of these conversations, embedded by a provider of this machine, and the parts to search it with. */
export async function projectOf(
  { database }: OpenDatabase,
  url: string,
  conversations: readonly Conversation[],
  provider: 'hashing' | 'local',
): Promise<{ project: string; parts: SearchParts }> {
  const open = { database, url, embedded: true } as Parameters<typeof searchParts>[0];
  const parts = searchParts(open, { EMBEDDING_PROVIDER: provider, EMBEDDING_DIM: '1536' });
  const project = await newProject(open);
  for (const { id, turns } of conversations) {
    const conversation_global_id = `cw:1:${id}`;
    await parts.write(
      project,
      turns.map(({ speaker, text }) =>
        sourceText(text, { conversation_global_id, sender: speaker, source_id: `cwmsg:1:${randomUUID()}` }),
      ),
    );
  }
  await parts.embed(project, { budgetMs: BUDGET_MS });
  return { project, parts };
}
