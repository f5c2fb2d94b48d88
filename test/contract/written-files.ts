import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const MADE = ['node_modules', 'dist', '.git', '.data', 'artifacts', 'coverage', 'package-lock.json'];
const PICTURES = /\.(png|ico|gz|woff2?)$/;

/** The project's files that people or generators write, from its folder on, in the order of their names. */
export function writtenFiles(): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter(({ name }) => !MADE.includes(name))
    .flatMap((entry) => (entry.isDirectory() ? within(entry.name) : [entry.name]))
    .filter((path) => !PICTURES.test(path))
    .sort();
}

const within = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
