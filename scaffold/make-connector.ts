import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { nextStamp } from './next-stamp.js';

/** Built, this is in dist/scaffold. */
const TEMPLATES = join(import.meta.dirname, '../../scaffold/templates');
/** Where a connector of this name may be already. */
const FOLDERS = ['src/connectors', 'sandbox'];

/**
 * Makes the files of a new connector in a project; returns their paths in it.
 * @throws Error where there is one of that name
 */
export async function makeConnector(name: string, project: string): Promise<string[]> {
  for (const folder of FOLDERS)
    if (await exists(join(project, folder, name)))
      throw new Error(`There is a ${folder}/${name} already: choose another name, or remove it first.`);
  const stamp = await nextStamp(project);
  const templates = (await readdir(TEMPLATES, { recursive: true })).filter((path) => path.endsWith('.tpl')).sort();
  const style = await resolveConfig(TEMPLATES);
  const files = new Map<string, string>();
  for (const template of templates) {
    const text = await readFile(join(TEMPLATES, template), 'utf8');
    const path = filled(template.slice(0, -'.tpl'.length), name, stamp);
    // A long name makes lines long.
    files.set(path, await format(filled(text, name, stamp), { ...style, filepath: path }));
  }
  for (const path of files.keys())
    if (await exists(join(project, path))) throw new Error(`There is a ${path} already: nothing was made.`);
  for (const [path, text] of files) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }
  return [...files.keys()];
}

/** The name in each of the forms in which code has it. */
const filled = (text: string, name: string, stamp: number): string =>
  text
    .replaceAll('__name__', name)
    .replaceAll('__Name__', name.charAt(0).toUpperCase() + name.slice(1))
    .replaceAll('__NAME__', name.toUpperCase())
    .replaceAll('__stamp__', String(stamp));

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
