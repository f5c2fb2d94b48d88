import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What a compiled module names in its imports, and in exports from others. */
const NAMED = /(?:^|[\n;])\s*(?:import|export)\b[^'"`;()]*?['"](\.[^'"]+)['"]/g;

/**
 * The modules that a script needs, itself left out, as paths from the folder: those that it names first, then what those
 * name. A browser that is told of them fetches all at once, instead of learning of each from another.
 * @param script as a path from the folder; where it has not been built, there are none
 */
export function modulesOf(script: string, folder: string): string[] {
  const found = new Set<string>();
  let nearest = [script];
  while (nearest.length > 0) {
    const further = nearest
      .flatMap((path) => namedBy(path, folder))
      .filter((path) => !found.has(path) && path !== script);
    for (const path of further) found.add(path);
    nearest = [...new Set(further)];
  }
  return [...found];
}

/** What is in the folder of what the module names: libraries are elsewhere. */
function namedBy(path: string, folder: string): string[] {
  const file = join(folder, path);
  if (!existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(NAMED)]
    .map(([, named = '']) => relative(folder, join(dirname(file), named)))
    .filter((named) => existsSync(join(folder, named)));
}
