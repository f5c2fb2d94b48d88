import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { nextStamp } from '../next-stamp.js';

/** The list that is the order: a migration that is not in it is not run. */
const LIST = 'src/database/migrations.ts';

/**
 * Makes a migration behind all there are and adds it to the list; returns the paths of what was written. Both ways of
 * it throw until they are filled in.
 * @throws Error where the list is not as this knows it; then nothing is made
 */
export async function makeMigration(name: string, project: string): Promise<string[]> {
  const stamp = await nextStamp(project);
  const path = `migrations/${stamp}-${name}.ts`;
  const className = `${classOf(name)}${stamp}`;
  const list = added(await readFile(join(project, LIST), 'utf8'), className, path);
  const style = await resolveConfig(import.meta.filename);
  await mkdir(dirname(join(project, path)), { recursive: true });
  // A long name makes lines long.
  await writeFile(join(project, path), await format(textOf(className, path), { ...style, filepath: path }));
  await writeFile(join(project, LIST), await format(list, { ...style, filepath: LIST }));
  return [path, LIST];
}

/** `add-notes` → `AddNotes`. */
const classOf = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function added(list: string, className: string, path: string): string {
  const imported = `import { ${className} } from '../../${path.replace(/\.ts$/, '.js')}';\n`;
  const lastImport = list.lastIndexOf("from '../../migrations/");
  const end = list.lastIndexOf('];');
  if (lastImport === -1 || end === -1) throw new Error(`${LIST} has no list of migrations: nothing was made.`);
  const behind = list.indexOf('\n', lastImport) + 1;
  return `${list.slice(0, behind)}${imported}${list.slice(behind, end)}  ${className},\n${list.slice(end)}`;
}

const textOf = (className: string, path: string): string => `import type { MigrationInterface } from 'typeorm';

/** What it is for, in a sentence. \`loses\` names what the way down takes away, where it does. */
export class ${className} implements MigrationInterface {
  async up(): Promise<void> {
    throw new Error('Fill in ${path}: the way up');
  }

  async down(): Promise<void> {
    throw new Error('Fill in ${path}: the way down');
  }
}
`;
