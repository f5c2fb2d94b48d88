import { join } from 'node:path';
import { makeMigration } from './make-migration.js';
import { readOptions } from './options.js';

/** Built, this is in dist/scaffold/migration. */
const PROJECT = join(import.meta.dirname, '../../..');

const { name, out } = readOptions(process.argv.slice(2));
try {
  const written = await makeMigration(name, out ?? PROJECT);
  process.stdout.write(`Written:\n${written.map((path) => `  ${path}\n`).join('')}
Next: fill it in; npm test -- test/e2e/schema test/upgrades/migrations goes both ways of it.
`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
