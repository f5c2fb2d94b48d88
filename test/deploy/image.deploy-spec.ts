import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../demo/port.js';
import { until } from '../support/until.js';
import { buildPlainly, type PlainImage } from './plain-build.js';

const PROJECT = join(import.meta.dirname, '../..');
const NODE = join(PROJECT, 'node_modules/node/bin/node');
const MEGABYTE = 1024 * 1024;
/**
 * distroless/cc-debian12 is glibc, libgcc, libstdc++, certificates and time zones; about 25 MB, and this is generous.
 */
const BASE_BYTES = 40 * MEGABYTE;
/** What of glibc and the compiler's runtime that base has. */
const LIBRARIES_IN_BASE =
  /^(?:linux-vdso|ld-linux|ld-musl|libc|libm|libdl|librt|libpthread|libgcc_s|libstdc\+\+)[.\-\w]*$/;
const SOMEONE = 65532;

let folder: string;
let image: PlainImage;
const setting = (keyword: string) =>
  image.stage.steps.flatMap((step) => (step.kind === 'setting' && step.keyword === keyword ? [step.text] : []));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kag-image-'));
  await chmod(folder, 0o755);
  image = await buildPlainly(PROJECT, folder, NODE);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('uses the Node that everything else is tested with', async () => {
  const { devDependencies } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'));
  const dockerfile = await readFile(join(PROJECT, 'Dockerfile'), 'utf8');
  expect(dockerfile).toContain(`FROM node:${devDependencies.node}-bookworm-slim AS build`);
  expect(execFileSync(join(image.root, 'usr/local/bin/node'), ['--version'], { encoding: 'utf8' }).trim()).toBe(
    `v${devDependencies.node}`,
  );
});

it('is less than 300 MB unpacked', async () => {
  const bytes = await sizeOf(image.root);
  process.stdout.write(`image without its base: ${(bytes / MEGABYTE).toFixed(0)} MB\n`);
  expect(bytes + BASE_BYTES).toBeLessThan(300 * MEGABYTE);
});

it('needs no library that its base lacks', async () => {
  const names = await readdir(join(image.root, 'app/node_modules'), { recursive: true });
  const native = names
    .filter((name) => name.endsWith('.node'))
    .map((name) => join(image.root, 'app/node_modules', name));
  expect(native.length).toBeGreaterThan(0);
  for (const file of [join(image.root, 'usr/local/bin/node'), ...native]) {
    const libraries = execFileSync('ldd', [file], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim().split(' ')[0]?.split('/').at(-1) ?? '')
      .filter((name) => name !== '');
    expect(libraries.filter((name) => !LIBRARIES_IN_BASE.test(name))).toEqual([]);
  }
});

it('brings no tests, no build tools and no secrets', async () => {
  const [app, dist, modules] = await Promise.all(
    ['app', 'app/dist', 'app/node_modules'].map((name) => readdir(join(image.root, name))),
  );
  expect(app!.sort()).toEqual(['dist', 'node_modules', 'package.json']);
  expect(dist!.filter((name) => !name.startsWith('.')).sort()).toEqual(['migrations', 'src', 'web']);
  for (const name of ['jest', '@nestjs/cli', 'node', 'oxlint', 'supertest']) expect(modules).not.toContain(name);
});

describe('run by someone who may write nothing but /tmp', () => {
  let data: string;
  let server: ChildProcess;
  let port: number;
  let printed = '';
  const asSomeone = process.getuid?.() === 0 ? { uid: SOMEONE, gid: SOMEONE } : {};

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'kag-image-data-'));
    if (asSomeone.uid !== undefined) await chown(data, SOMEONE, SOMEONE);
    port = await freePort();
    server = spawn(join(image.root, 'usr/local/bin/node'), JSON.parse(setting('CMD')[0]!), {
      cwd: join(image.root, 'app'),
      env: {
        NODE_ENV: 'production',
        AUTH_CREDENTIALS: 'admin:correct horse battery',
        SESSION_SECRET: 'only-for-this-test-and-32-characters-long',
        EMBEDDED_DATA_DIR: data,
        PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...asSomeone,
    });
    server.stdout?.on('data', (text: Buffer) => (printed += text.toString()));
    server.stderr?.on('data', (text: Buffer) => (printed += text.toString()));
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await rm(data, { recursive: true, force: true });
  });

  it('is not root', () => {
    expect(setting('USER')).toEqual([`${SOMEONE}:${SOMEONE}`]);
    expect(setting('ENTRYPOINT')).toEqual(['["/usr/local/bin/node"]']);
  });

  it('gets ready, and its health check says so', async () => {
    const ready = () =>
      fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until('the server is ready', () => {
      if (server.exitCode !== null) throw new Error(printed);
      return ready();
    });
    const command = JSON.parse(/CMD (\[.*\])$/s.exec(setting('HEALTHCHECK')[0]!)![1]!) as string[];
    expect(command[0]).toBe('/usr/local/bin/node');
    const check = (at: number) =>
      execFileSync(join(image.root, command[0]!), command.slice(1), { env: { PORT: String(at) }, stdio: 'ignore' });
    expect(() => check(port)).not.toThrow();
    const silent = await freePort();
    expect(() => check(silent)).toThrow();
  });

  it('stops when it is told to', async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

async function sizeOf(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const { blocks } = await stat(join(entry.parentPath, entry.name));
        return blocks * 512;
      }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
