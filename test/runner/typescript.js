import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, version } from '@swc/core';

/**
 * Lets Node itself load the sources: imports end in .js, the files in .ts. Node can strip types, but our decorators
 * need a compiler. What it makes is kept in node_modules/.cache, by content.
 */
const COMPILER = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: true,
  swcrc: false,
};
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/kag-tests');
const GLOBALS = new URL('./globals.js', import.meta.url).href;

const sourceMaps = new Map();
let listed = new Map();

/** Keeps a list, of maps by modules, up to date: Jest finds there which line of a source a stack is about. */
export function listSourceMaps(list) {
  listed = list;
  for (const [url, map] of sourceMaps) list.set(url, map);
}

mkdirSync(CACHE, { recursive: true });
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
    if (!/^\.{1,2}\/.*\.js$/.test(specifier) || isForeign(context.parentURL)) return next(specifier, context);
    try {
      return next(specifier.replace(/\.js$/, '.ts'), context);
    } catch {
      return next(specifier, context);
    }
  },
  load(url, context, next) {
    if (!/^file:.*\.ts(\?.*)?$/.test(url) || isForeign(url)) return next(url, context);
    return { format: 'module', source: compiled(url), shortCircuit: true };
  },
});

function isForeign(url = '') {
  return url.includes('/node_modules/');
}

function compiled(url) {
  const filename = fileURLToPath(url);
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256')
    .update([version, JSON.stringify(COMPILER), filename, source].join('\0'))
    .digest('hex');
  const [file, mapFile] = [join(CACHE, `${key}.js`), join(CACHE, `${key}.map`)];
  for (const list of [sourceMaps, listed]) list.set(url, mapFile);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { code, map } = transformSync(source, { ...COMPILER, filename });
  // The map first: who finds the code expects it.
  writeWhole(mapFile, map);
  writeWhole(file, code);
  return code;
}

/** So that the other workers never read half of it. */
function writeWhole(file, content) {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, content);
  renameSync(part, file);
}
