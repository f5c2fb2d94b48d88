import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/index.js';
import { variables } from '../../src/config/variables.js';
import { stagesOf } from './stages.js';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true });
const settings = (service: string) => compose.services[service].environment as Record<string, string>;
const sandbox = parseEnv(read('deploy/sandbox.env')) as Record<string, string>;

/** The text with `${NAME:-default}` and `${NAME:?message}` filled in, as compose does; null where it refuses. */
function filledIn(text: string, given: Record<string, string>): string | null {
  let refused = false;
  const filled = text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, mark?: string, rest?: string) => {
    const value = given[name];
    if (value !== undefined && value !== '') return value;
    if (mark === '?') refused = true;
    return mark === '-' ? (rest ?? '') : '';
  });
  return refused ? null : filled;
}

const environmentOf = (service: string, given: Record<string, string>) =>
  Object.entries(settings(service)).map(([name, text]) => [name, filledIn(text, given)] as const);

it('has a database, an api, a worker and, when asked for, the sandbox', () => {
  expect(Object.keys(compose.services).sort()).toEqual(['api', 'postgres', 'sandbox', 'worker']);
  expect(compose.services.sandbox.profiles).toEqual(['sandbox']);
  for (const role of ['api', 'worker']) {
    expect(compose.services[role]).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      depends_on: { postgres: { condition: 'service_healthy' } },
    });
  }
});

it('names variables that the server reads', () => {
  for (const role of ['api', 'worker']) {
    expect(Object.keys(settings(role)).filter((name) => !(name in variables))).toEqual([]);
  }
});

it.each(['api', 'worker'])('starts the %s with nothing but its secrets given', (role) => {
  const given = {
    AUTH_CREDENTIALS: 'admin:correct horse battery',
    SESSION_SECRET: 'only-for-this-test-and-32-characters-long',
  };
  const config = readConfig(Object.fromEntries(environmentOf(role, given).map(([name, text]) => [name, text ?? ''])));
  expect(config).toMatchObject({ ROLE: role, NODE_ENV: 'production', CHATWOOT_BASE_URL: 'https://app.chatwoot.com' });
});

it('refuses to start without them, by name', () => {
  const refused = environmentOf('api', {}).filter(([, text]) => text === null);
  expect(refused.map(([name]) => name)).toEqual(['AUTH_CREDENTIALS', 'SESSION_SECRET']);
});

it('looks around in the sandbox with the settings it comes with', () => {
  const config = readConfig(
    Object.fromEntries(environmentOf('api', sandbox).map(([name, text]) => [name, text ?? ''])),
  );
  const port = stagesOf(read('Dockerfile'))
    .find(({ name }) => name === 'sandbox')
    ?.steps.find((step) => step.kind === 'setting' && step.keyword === 'EXPOSE');
  expect(port).toMatchObject({ text: '4010' });
  for (const url of [config.CHATWOOT_BASE_URL, config.LINEAR_BASE_URL, config.ATTIO_BASE_URL]) {
    expect(new URL(url).host).toBe('sandbox:4010');
  }
  expect(sandbox['COMPOSE_PROFILES']).toBe('sandbox');
});

it('builds stages that the Dockerfile has', () => {
  const stages = stagesOf(read('Dockerfile')).map(({ name }) => name);
  for (const { build } of Object.values<{ build?: string | { target: string } }>(compose.services)) {
    if (typeof build === 'object') expect(stages).toContain(build.target);
  }
});
