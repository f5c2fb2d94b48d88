import type { Page } from 'playwright-core';
import { until } from '../until.js';

export interface StreamedChange {
  project_id: string;
  kind: string;
  what: string;
}

/** Listens beside the page, which hears the same. Resolves once it does, with what waits for the next change. */
export async function listening(page: Page): Promise<{ change: Promise<StreamedChange> }> {
  const received = page.evaluate<string>(`new Promise((tell) => {
    const source = new EventSource('/events');
    source.addEventListener('open', () => (window.listens = true));
    source.addEventListener('change', ({ data }) => { source.close(); tell(data); });
  })`);
  await until('the page listens', () => page.evaluate<boolean>('window.listens === true'));
  return { change: received.then((data) => JSON.parse(data) as StreamedChange) };
}
