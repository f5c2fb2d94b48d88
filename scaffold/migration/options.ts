import { parseArgs } from 'node:util';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

export const USAGE = `usage: npm run migrate:new -- NAME [--out DIR]

Makes a migration behind all there are and adds it to src/database/migrations.ts. Both ways of it throw until they are
filled in (build first).

  NAME       what it does, in words with dashes: add-notes-to-projects
  --out DIR  the project to make it in (this one)
  --help     this text
`;

/** @throws Error for arguments that are not understood, and for a name that no migration can have */
export function readOptions(args: string[]): { name: string; out: string | undefined } {
  const { positionals, values } = parseArgs({ args, options: { out: { type: 'string' } }, allowPositionals: true });
  const [name, ...more] = positionals;
  if (name === undefined) throw new Error('Name the migration: npm run migrate:new -- add-notes-to-projects');
  if (more.length > 0)
    throw new Error(`One migration at a time; words are joined by dashes: ${positionals.join('-')}.`);
  if (!NAME.test(name))
    throw new Error(`"${name}" can't be a migration's name: take lower-case words with dashes, such as add-notes.`);
  return { name, out: values.out };
}
