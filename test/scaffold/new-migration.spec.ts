import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import { makeMigration } from '../../scaffold/migration/make-migration.js';
import { readOptions } from '../../scaffold/migration/options.js';

const PROJECT = join(import.meta.dirname, '../..');
const LIST = 'src/database/migrations.ts';
const written = async (project: string) => (await readdir(join(project, 'migrations'))).sort();
const stampOf = (name: string) => Number(/\d{13}/.exec(name)?.[0]);

describe('a new migration', () => {
  let copy: string;
  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), 'kag-migration-'));
    await cp(join(PROJECT, 'migrations'), join(copy, 'migrations'), { recursive: true });
    await cp(join(PROJECT, LIST), join(copy, LIST), { recursive: true });
  });
  afterEach(() => rm(copy, { recursive: true }));

  it('comes behind all there are, in the folder and in the list', async () => {
    const before = await written(copy);
    const latest = stampOf(before.at(-1)!);
    const [first = '', list] = await makeMigration('add-notes', copy);
    await makeMigration('drop-notes', copy);
    expect(list).toBe(LIST);
    expect(first).toBe(`migrations/${latest + 100_000}-add-notes.ts`);
    expect((await written(copy)).slice(before.length).map(stampOf)).toEqual([latest + 100_000, latest + 200_000]);
    const text = await readFile(join(copy, LIST), 'utf8');
    expect([...text.matchAll(/^ {2}(\w+\d{13}),$/gm)].map(([, name]) => name).slice(-2)).toEqual([
      `AddNotes${latest + 100_000}`,
      `DropNotes${latest + 200_000}`,
    ]);
    expect(text).toContain(
      `import { AddNotes${latest + 100_000} } from '../../migrations/${latest + 100_000}-add-notes.js';\n`,
    );
  });

  it('is written as the formatter wants it, and says where it is to be filled in', async () => {
    const paths = await makeMigration('add-notes-to-the-projects-of-everybody', copy);
    const style = await resolveConfig(join(PROJECT, paths[0]!));
    for (const path of paths) {
      const text = await readFile(join(copy, path), 'utf8');
      expect(await format(text, { ...style, filepath: path })).toBe(text);
    }
    expect(await readFile(join(copy, paths[0]!), 'utf8')).toContain(`Fill in ${paths[0]}: the way up`);
  });
});

describe('its name', () => {
  it.each([
    [['AddNotes'], 'lower-case words'],
    [['notes'], 'lower-case words'],
    [['../add-notes'], 'lower-case words'],
    [['add', 'notes'], 'joined by dashes: add-notes'],
    [[], 'Name the migration'],
    [['add-notes', '--force'], 'Unknown option'],
  ])('is not %j', (args, why) => expect(() => readOptions(args)).toThrow(why));

  it('has two words or more', () =>
    expect(readOptions(['add-notes-2', '--out', 'x'])).toEqual({ name: 'add-notes-2', out: 'x' }));
});
