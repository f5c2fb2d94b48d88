import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { commands } from './catalogue.js';

/** `node commands/run.js NAME [arguments]`: what the scripts of package.json are. --help helps and starts nothing. */
const PROJECT = join(import.meta.dirname, '..');

// What V8 has compiled is kept for the next process, and for all that this one starts.
process.env.NODE_COMPILE_CACHE ??= join(PROJECT, 'node_modules/.cache/compiled');
module.enableCompileCache(process.env.NODE_COMPILE_CACHE);

const [name = '', ...given] = process.argv.slice(2);
const command = commands[name];
if (!command) end(2, `There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
if (given.includes('--help') || given.includes('-h')) {
  process.stdout.write(`${await usage()}\n`);
} else {
  await refuseUnknown();
  for (const [variable, value] of Object.entries(command.env ?? {})) process.env[variable] ??= value;
  if (command.builds) await build();
  if (command.jest) await start(join(PROJECT, 'node_modules/jest/bin/jest.js'), command.jest);
  else if (command.does) process.exitCode = (await shell([command.does, ...given].join(' '))).code;
  else await start(join(PROJECT, 'dist', command.program));
}

async function usage() {
  const text = typeof command.usage === 'string' ? command.usage : await command.usage();
  return text.startsWith('usage: ') ? text.trimEnd() : `usage: ${npmOf(name)}\n\n${text}`;
}

/** Programs of options of their own read them by themselves: those whose usage stands with them. */
async function refuseUnknown() {
  try {
    if (command.accepts) await command.accepts(given);
    else if (typeof command.usage === 'string' && !command.jest) parseArgs({ args: given, options: {} });
  } catch (error) {
    end(2, `${error.message}\n${await usage()}`);
  }
}

/** Behind a line that moves, since it takes a while; what it says is shown when it fails. */
async function build() {
  const { whileWaiting } = await import('../demo/waiting.ts');
  const { code, output } = await whileWaiting('Building', () => shell(commands.build.does, 'pipe'));
  if (code !== 0)
    end(1, `${output}The build failed: correct what is named above, or install what is missing (npm ci).`);
}

/** In this process, so that signals and the exit code are the program's own. */
async function start(file, more = []) {
  if (!existsSync(file)) end(1, `${file} is not there yet: build it first (npm run build).`);
  process.setSourceMapsEnabled(true);
  process.argv.splice(1, 2, file);
  process.argv.push(...more);
  await import(file);
}

function shell(line, output = 'inherit') {
  return new Promise((resolve) => {
    const PATH = [join(PROJECT, 'node_modules/.bin'), process.env.PATH].join(delimiter);
    const env = { ...process.env, PATH };
    const child = spawn(line, { shell: true, cwd: PROJECT, env, stdio: ['inherit', output, output] });
    process.once('SIGTERM', () => child.kill());
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (text += data));
    child.once('close', (code) => resolve({ code: code ?? 1, output: text }));
  });
}

function npmOf(script) {
  return script === 'start' ? 'npm start' : `npm run ${script}`;
}

function end(code, text) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}
