import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { HANG_LIMIT_MS } from '../hang-limit.js';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Where Chromium is.
 * @throws Error that says how to get it
 */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM'];
  const found = named ? (existsSync(named) ? named : undefined) : PLACES.find((place) => existsSync(place));
  if (found) return found;
  throw new Error(
    named
      ? `CHROMIUM names ${named}, which is not there.`
      : 'No Chromium here. On Debian: apt-get install -y --no-install-recommends chromium fonts-dejavu-core. Else set CHROMIUM to its path.',
  );
}

/** A new Chromium without a window. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    timeout: HANG_LIMIT_MS,
    // Chromium's sandbox refuses root, which containers of CI run as; the pages here are our own.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  });
}
