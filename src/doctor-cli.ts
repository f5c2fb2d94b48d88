import { loadEnvFile } from './load-env-file.js';
import { doctor } from './ops/index.js';

const WIDTH = 160;

/** `npm run doctor`: the checks of GET /ops/diagnosis from a terminal. */
async function main(): Promise<void> {
  loadEnvFile();
  process.exitCode = await doctor(process.argv.slice(2), process.env, {
    write: (text) => process.stdout.write(text),
    columns: process.stdout.columns ?? WIDTH,
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
