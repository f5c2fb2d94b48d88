import { join } from 'node:path';
import { makeConnector } from './make-connector.js';
import { readOptions } from './options.js';

/** Built, this is in dist/scaffold. */
const PROJECT = join(import.meta.dirname, '../..');

const { name, out } = readOptions(process.argv.slice(2));
try {
  const made = await makeConnector(name, out ?? PROJECT);
  console.log(`Made ${made.length} files:\n${made.map((path) => `  ${path}`).join('\n')}\n`);
  console.log(
    `Next: npm test -- test/connectors/${name}.contract says what to fill in, docs/adding-a-connector.md how.`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
