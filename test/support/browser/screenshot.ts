import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'artifacts/screenshots');
/** Those that the README shows; made anew with PICTURES=1. */
const PICTURES = join(ROOT, 'docs/pictures');

export function emptyScreenshots(): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
}

/**
 * Keeps how the page looks, as artifacts/screenshots/{name}.png.
 * @param options.picture also, with PICTURES=1, what is in view as docs/pictures/{picture}.png
 */
export async function screenshot(
  page: Page,
  name: string,
  { picture, ...options }: { fullPage?: boolean; picture?: string } = {},
): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', ...options });
  if (picture === undefined || process.env['PICTURES'] !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${picture}.png`), animations: 'disabled' });
}
