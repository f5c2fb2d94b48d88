import { registerHooks } from 'node:module';
import { createInterface } from 'node:readline';

/**
 * Answers each line, a history as JSON, with a line of what the chain makes of it; first it tells how far its time is
 * behind UTC.
 */

// Imports end in .js, the sources in .ts, which Node runs as they are.
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(specifier)) throw error;
      return next(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
});
const { chainOf } = await import('./chain.js');

const winter = new Date('2026-01-01T00:00:00Z').getTimezoneOffset();
const summer = new Date('2026-07-01T00:00:00Z').getTimezoneOffset();
process.stdout.write(`${JSON.stringify([winter, summer])}\n`);
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${chainOf(JSON.parse(line) as Parameters<typeof chainOf>[0])}\n`);
