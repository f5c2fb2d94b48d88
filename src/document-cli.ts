import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './config/index.js';
import { DatabaseLocation } from './database/index.js';
import { openApiDocument } from './http/index.js';

/** Writes the server's OpenAPI document to a file: `document-cli FILE`. Nothing is started, no database needed. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Name the file to write: document-cli client/openapi.json');
  const config = readConfig({});
  // In preview Nest knows what classes there are and makes none of them.
  const app = await NestFactory.create(AppModule.register(config, new DatabaseLocation('', false)), {
    preview: true,
    abortOnError: false,
    logger: false,
  });
  const document = openApiDocument(app, config.SESSION_COOKIE_NAME);
  await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
