import { parseArgs } from 'node:util';

/**
 * What `npm run NAME` does. `does` is shell, `program` a built file that is given the arguments; `builds` has that made
 * first. `usage` is shown by --help; `accepts` throws for arguments that the command does not understand, where the
 * program itself does not refuse them. `jest` is what a suite gives Jest behind the arguments, `env` what variables
 * hold where they are not set.
 */
export const commands = {
  build: { usage: 'Compiles the server and the pages to dist/.', does: `rm -rf dist && nest build && ${web()}` },
  'build:web': { usage: 'Compiles the pages to dist/web.', does: web() },
  start: {
    usage: 'Runs the built server (build first). Variables configure it: see .env.example.',
    program: 'src/main.js',
  },
  'start:dev': {
    usage: 'Runs the server; rebuilds and restarts it on change.',
    does: `${web()} && nest start --watch`,
  },
  migrate: {
    usage: 'Brings the database that DATABASE_URL or EMBEDDED_DATA_DIR names to head (build first).',
    program: 'src/migrate-cli.js',
  },
  reseal: {
    usage: `Seals stored credentials again under SECRETS_KEY, where a key of SECRETS_KEYS_BEFORE sealed them (build first).
Needs DATABASE_URL or EMBEDDED_DATA_DIR as the server has it; the embedded one only while no server runs.`,
    program: 'src/reseal-cli.js',
  },
  doctor: {
    usage: async () => (await import('../src/ops/doctor/arguments.ts')).HELP,
    accepts: async (given) => void (await import('../src/ops/doctor/arguments.ts')).doctorArguments(given),
    program: 'src/doctor-cli.js',
  },
  demo: {
    usage: async () => (await import('../demo/options.ts')).USAGE,
    accepts: async (given) => void (await import('../demo/options.ts')).readOptions(given),
    builds: true,
    program: 'demo/main.js',
  },
  sandbox: {
    usage: `Serves Chatwoot, Linear, Attio, GitHub and embeddings as the tests know them (build first), until Ctrl+C.

  SANDBOX_PORT           the port to listen on (4010)
  SANDBOX_HOST           the address to listen on (127.0.0.1)
  SANDBOX_AGENCY         serve the demo's agency after so many of its days
  SANDBOX_CONVERSATIONS  serve the conversations of a file, JSON lines {id, services[], turns[{speaker, text}]}
  SANDBOX_LATENCY_MS     milliseconds that each answer takes (0)`,
    program: 'sandbox/main.js',
  },
  generate: { usage: async () => (await import('../generate/usage.ts')).USAGE, program: 'generate/main.js' },
  bench: {
    usage: async () => (await import('../bench/usage.ts')).USAGE,
    accepts: async (given) => void (await import('../bench/usage.ts')).readBenchOptions(given),
    program: 'bench/main.js',
  },
  backtest: {
    usage: async () => (await import('../backtest/usage.ts')).USAGE,
    program: 'backtest/main.js',
  },
  train: {
    usage: async () => (await import('../training/options.ts')).USAGE,
    accepts: async (given) => void (await import('../training/options.ts')).readTrainOptions(given),
    program: 'training/main.js',
  },
  evaluate: {
    usage: async () => (await import('../evaluate/usage.ts')).USAGE,
    program: 'evaluate/main.js',
  },
  'migrate:new': {
    usage: async () => (await import('../scaffold/migration/options.ts')).USAGE,
    accepts: async (given) => void (await import('../scaffold/migration/options.ts')).readOptions(given),
    program: 'scaffold/migration/main.js',
  },
  'connector:new': {
    usage: async () => (await import('../scaffold/usage.ts')).USAGE,
    accepts: async (given) => void (await import('../scaffold/options.ts')).readOptions(given),
    program: 'scaffold/main.js',
  },
  crash: {
    usage: `Kills a worker in the middle of a first sync and compares the tables with the source (build first).

  DATABASE_URL           an empty PostgreSQL database with pgvector (required)
  SANDBOX_CONVERSATIONS  a file of conversations to sync
  KILLS                  how often (10)
  MAX_BATCHES            batches that a worker stores at most before it is killed (3)
  CONVERSATIONS          conversations to make up where no file is named (1000)`,
    program: 'scenarios/kill-worker-cli.js',
  },
  chaos: {
    usage: async () => (await import('../scenarios/chaos/usage.ts')).USAGE,
    accepts: async (given) => void (await import('../scenarios/chaos/usage.ts')).readChaosOptions(given),
    program: 'scenarios/chaos/main.js',
  },
  acceptance: {
    usage: `First sync, second sync, changes and a search over real conversations (build first).

  DATABASE_URL           an empty PostgreSQL database with pgvector (required)
  SANDBOX_CONVERSATIONS  the file of conversations (required)`,
    program: 'scenarios/real-input-cli.js',
  },
  'api:document': {
    usage: "Writes client/openapi.json from the code, and the client's types from it. Builds first; needs no database.",
    builds: true,
    does: `node dist/src/document-cli.js client/openapi.json && ${types()}`,
  },
  'api:types': {
    usage: `usage: npm run api:types [-- --check]

Writes the client's types, client/schema.d.ts, from client/openapi.json.

  --check  writes nothing, and ends with 1 where they are not what the document makes them
`,
    accepts: (given) => void parseArgs({ args: given, options: { check: { type: 'boolean' } } }),
    does: types(),
  },
  'api:release': {
    usage: 'Keeps client/openapi.json as the released document, against which breaking changes are found.',
    does: 'cp client/openapi.json client/released.json',
  },
  'check:alerts': {
    usage: "Runs the alert rules' unit tests with Prometheus' own tool.",
    does: '.ci/check-alerts',
  },
  test: {
    usage: suite('npm test', 'All tests but those of the pages and of the packing, on the embedded database.', [
      ['npm test -- src/search', 'the files whose path matches'],
      ["npm test -- access -t 'viewer'", 'of these the cases whose name matches'],
      ['npm test -- --selectProjects database', 'one tier: pure, modules, database or processes'],
      ['HISTORIES=500 npm test -- histories', 'random histories of each vendor, more of them (50)'],
      ['HISTORIES_SEED=7 npm test -- histories', 'other random histories'],
      [
        'TEST_DATABASE_URL=postgres://… npm test',
        'on a PostgreSQL with pgvector, as a user who may create databases; with pgbouncer here, through that too',
      ],
      ['KEEP_TEST_DATABASES=1 npm test -- …', 'there, and keeps the databases to look at'],
      ['TEST_LOG_LEVEL=debug npm test -- …', 'with the log of the servers under test'],
      ['TEST_BUILT=1 npm test -- …', 'without building first, where dist/ is built of this code'],
    ]),
    jest: [],
  },
  fuzz: {
    usage: suite('npm run fuzz', 'Sends generated requests to every route and prints what they are answered with.', [
      ['FUZZ_REQUESTS=20000 npm run fuzz', 'more of them (2000; 300 in npm test)'],
      ['FUZZ_SEED=7 npm run fuzz', 'other ones (1)'],
    ]),
    accepts: (given) => void parseArgs({ args: given, options: {} }),
    env: { FUZZ_REQUESTS: '2000' },
    jest: ['test/fuzz/', '--selectProjects', 'database'],
  },
  'test:fast': {
    usage: suite('npm run test:fast', 'The pure tests: no database, no HTTP, no vendor sandbox.', [
      ['npm run test:fast -- src/search', 'the files whose path matches'],
    ]),
    // Last, since it takes all that follows.
    jest: ['--selectProjects', 'pure'],
  },
  access: {
    usage: `usage: npm run access [-- -t 'GET /users']

Asks every route, in every role, about ids of one's own and of others, and prints what became of it.

  -t, --testNamePattern TEXT  only the operations whose name matches
`,
    accepts: (given) => void parseArgs({ args: given, options: { testNamePattern: { type: 'string', short: 't' } } }),
    env: { ACCESS_TABLE: '1' },
    jest: ['test/access/', '--selectProjects', 'database'],
  },
  'test:browser': {
    usage: suite('npm run test:browser', 'The pages in Chromium: Debian’s, or the program that CHROMIUM names.', [
      ['npm run test:browser -- ops', 'the files whose path matches; screenshots are in artifacts/screenshots'],
    ]),
    jest: ['--config', 'jest.browser.config.js'],
  },
  'test:deploy': {
    usage: suite(
      'npm run test:deploy',
      'Image, compose.yaml and chart; needs Debian’s golang-go and golang-github-masterminds-sprig-dev.',
      [['npm run test:deploy -- chart', 'the files whose path matches']],
    ),
    jest: ['--config', 'test/deploy/jest.config.js'],
  },
  lint: {
    usage: 'Checks the rules of the code and its types (oxlint), then its format (prettier).',
    does: 'oxlint && prettier --check .',
  },
  format: { usage: 'Formats all files with prettier.', does: 'prettier --write .' },
  typecheck: {
    usage: 'Checks the types of all code alone.',
    does: 'oxlint --config lint/types-only.json',
  },
  arch: {
    usage: 'Checks which module knows which.',
    does: 'depcruise --config .dependency-cruiser.cjs src web',
  },
};

function web() {
  const bundle = 'esbuild --bundle --minify --charset=utf8 --target=es2023 --log-level=warning';
  const pages = `${bundle} web/*/main.ts web/*/main.css --format=esm --sourcemap --outbase=web --outdir=dist/web`;
  // A classic script: it colours the page before anything is drawn.
  const theme = `${bundle} web/shared/early-theme.ts --format=iife --outfile=dist/web/shared/early-theme.js`;
  return `rm -rf dist/web && ${pages} && ${theme}`;
}

function types() {
  return 'openapi-typescript client/openapi.json --output client/schema.d.ts --default-non-nullable false --root-types --root-types-no-schema-prefix';
}

/** How to run a suite, whole and in part; whatever else is given is Jest's. */
function suite(command, what, examples) {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`);
  return `usage: ${command} [-- [options of Jest] [part of a path…]]\n\n${what}\n\n${lines.join('\n')}\n`;
}
