import { bringToHead } from './bring-to-head.js';
import { ConfigError, readConfig } from './config/index.js';
import { databaseFailure, partitionsOf, startEmbedded, wallReport, wayTo } from './database/index.js';
import { loadEnvFile } from './load-env-file.js';

/** `npm run migrate`: brings the configured database to head and says what it did. */
async function main(): Promise<void> {
  loadEnvFile();
  const config = readConfig(process.env);
  const onProgress = (doing: string, seconds: number) => process.stdout.write(`${doing} (${seconds} s)\n`);
  const embedded = config.DATABASE_URL === null ? await startEmbedded(config.EMBEDDED_DATA_DIR, { onProgress }) : null;
  const url = config.DATABASE_URL ?? embedded?.url ?? '';
  try {
    const failureAt = (address: string) => (error: unknown) => {
      throw databaseFailure(error, address) ?? error;
    };
    const { direct } = await wayTo(url, config.DATABASE_DIRECT_URL).catch(failureAt(url));
    const to = direct ?? url;
    const ran = await bringToHead(to, partitionsOf(config, embedded !== null)).catch(failureAt(to));
    for (const name of ran) process.stdout.write(`migrated ${name}\n`);
    if (ran.length === 0) process.stdout.write('nothing to migrate: the schema is at head\n');
    const gap = await wallReport(url);
    if (gap !== null) process.stdout.write(`${gap}\n`);
  } finally {
    await embedded?.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.message : error)}\n`,
  );
  process.exit(1);
});
