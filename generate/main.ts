import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { generatedFiles } from './files.js';
import { USAGE } from './usage.js';

const wishes = process.argv.slice(2);
if (wishes.includes('--help')) {
  process.stdout.write(USAGE);
} else if (wishes.some((wish) => wish !== '--check')) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  process.exitCode = await generate(wishes.includes('--check'));
}

/** Returns the exit code. */
async function generate(checking: boolean): Promise<number> {
  const stale: string[] = [];
  for (const file of generatedFiles) {
    // As `prettier --check` wants it, so that the two never argue.
    const made = await format(await file.content(), { ...(await resolveConfig(file.path)), filepath: file.path });
    if (made === (await held(file.path))) continue;
    stale.push(file.path);
    if (checking) continue;
    await mkdir(dirname(file.path), { recursive: true });
    await writeFile(file.path, made);
  }
  if (stale.length === 0) return 0;
  const said = checking ? 'Not what the code makes them (npm run build && npm run generate):' : 'Written:';
  process.stderr.write(`${said}\n${stale.map((path) => `  ${path}\n`).join('')}`);
  return checking ? 1 : 0;
}

async function held(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
