import { ConfigError, readConfig, type Config } from './config/index.js';
import { openDatabase, startEmbedded } from './database/index.js';
import { resealSecondFactors } from './auth/index.js';
import { resealReceivers } from './digest/index.js';
import { loadEnvFile } from './load-env-file.js';
import { CredentialSeal, resealCredentials, SecretSeal } from './projects/index.js';

/** `npm run reseal`: puts stored credentials under the present SECRETS_KEY, so that the keys before it can go. */
async function main(): Promise<void> {
  loadEnvFile();
  const config = readConfig(process.env);
  if (config.SECRETS_KEY === null) throw new ConfigError(['SECRETS_KEY holds nothing; set the key to seal with']);
  const embedded = config.DATABASE_URL === null ? await startEmbedded(config.EMBEDDED_DATA_DIR) : null;
  try {
    await reseal(config, config.DATABASE_URL ?? embedded?.url ?? '');
  } finally {
    await embedded?.stop();
  }
}

async function reseal(config: Config, url: string): Promise<void> {
  const open = await openDatabase(url);
  try {
    const all = {
      credentials: await resealCredentials(open.database, new CredentialSeal(config)),
      'second factors': await resealSecondFactors(open.database, new SecretSeal(config)),
      'receivers of digests': await resealReceivers(open.database, new SecretSeal(config)),
    };
    for (const [what, { current, resealed, unreadable }] of Object.entries(all)) {
      process.stdout.write(`${what}: ${resealed} sealed again, ${current} under the present key before\n`);
      for (const one of unreadable) process.stdout.write(`${what}: no key opens what ${one} has; set it up again\n`);
      if (unreadable.length > 0) process.exitCode = 1;
    }
  } finally {
    await open.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
