import type { Page } from './chatwoot-api.js';

export interface WalkedPage extends Page {
  readonly page: number;
}

/**
 * The pages of a list until one is empty. Their size is a server's own setting, so a short page proves nothing.
 *
 * Lists have no cursor: when a row in front is deleted, those behind move up, and the first of the next page would be
 * missed. The total shrinks then, and as many pages as the missing rows fill are read again. A row that arrives at the
 * same moment hides the loss; callers that can't live with that walk a second time.
 */
export async function* walkPages(read: (page: number) => Promise<Page>, start: number): AsyncGenerator<WalkedPage> {
  let total: number | null = null;
  let size = 1;
  for (let page = start; ;) {
    const answer = await read(page);
    const lost = total !== null && answer.total !== null ? total - answer.total : 0;
    total = answer.total ?? total;
    if (lost > 0 && page > 1) {
      page = Math.max(1, page - Math.ceil(lost / size));
      continue;
    }
    if (answer.rows.length === 0) return;
    size = Math.max(size, answer.rows.length);
    yield { ...answer, page };
    page += 1;
  }
}
