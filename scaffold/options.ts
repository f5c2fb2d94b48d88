import { parseArgs } from 'node:util';

const NAME = /^[a-z][a-z0-9]{1,30}$/;

/** @throws Error for arguments that are not understood, and for a name that no connector can have */
export function readOptions(args: string[]): { name: string; out: string | undefined } {
  const { positionals, values } = parseArgs({ args, options: { out: { type: 'string' } }, allowPositionals: true });
  const [name, ...more] = positionals;
  if (name === undefined) throw new Error('Name the connector: npm run connector:new -- trello');
  if (more.length > 0) throw new Error(`One connector at a time: ${positionals.join(', ')} are ${positionals.length}.`);
  // Tables, jobs and routes begin with it.
  if (!NAME.test(name))
    throw new Error(
      `"${name}" can't be a connector's name: take 2 to 31 lower-case letters and digits, a letter first.`,
    );
  return { name, out: values.out };
}
