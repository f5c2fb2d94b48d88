import type { Page } from 'playwright-core';
import { until } from '../until.js';

export interface StreamedChange {
  project_id: string;
  kind: string;
  what: string;
  state: string;
}

/**
 * Listens beside the page, which hears the same. Resolves once it does, with what waits for the next such change. What
 * happened shortly before is told too.
 */
export async function listening(
  page: Page,
  such: Partial<StreamedChange> = {},
): Promise<{ change: Promise<StreamedChange> }> {
  const received = page.evaluate<string>(`new Promise((tell) => {
    const source = new EventSource('/events');
    source.addEventListener('open', () => (window.listens = true));
    const such = Object.entries(${JSON.stringify(such)});
    source.addEventListener('change', ({ data }) => {
      const change = JSON.parse(data);
      if (such.some(([key, value]) => change[key] !== value)) return;
      source.close();
      tell(data);
    });
  })`);
  await until('the page listens', () => page.evaluate<boolean>('window.listens === true'));
  return { change: received.then((data) => JSON.parse(data) as StreamedChange) };
}
