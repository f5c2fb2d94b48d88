import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const document = JSON.parse(readFileSync(join(ROOT, 'client/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, { operationId?: string }>>;
};
/** Method and path of each operation, by its id. */
const OPERATIONS = new Map(
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId }]) => [operationId, { method: method.toUpperCase(), path }]),
  ),
);

const CALL = /\.(?:get|send)<('\w+'(?: \| '\w+')*)>\(\s*(?:'([A-Z]+)',\s*)?/g;

/** A call of an operation by a page: its ids, its method, and what its path looks like. */
interface Call {
  file: string;
  ids: string[];
  method: string;
  path: RegExp;
}

function callsIn(file: string): Call[] {
  const code = readFileSync(join(ROOT, 'web', file), 'utf8');
  return [...code.matchAll(CALL)].flatMap(({ 0: call, 1: ids = '', 2: method = 'GET', index }) => {
    const path = textAt(code, index + call.length);
    return path === null ? [] : [{ file, ids: ids.match(/\w+/g) ?? [], method, path: patternOf(path) }];
  });
}

/** The text that the argument there is, or that the constant of its name has; null: something else makes it. */
function textAt(code: string, at: number): string | null {
  const argument = code.slice(at);
  const [, text] = /^(?:'([^']*)'|`([^`]*)`)/.exec(argument)?.filter((part) => part !== undefined) ?? [];
  if (text !== undefined) return text;
  const [name] = /^\w+\b(?![.(])/.exec(argument) ?? [];
  const declared = name === undefined ? -1 : code.lastIndexOf(`const ${name} = `, at);
  return declared < 0 ? null : textAt(code, declared + `const ${name} = `.length);
}

/** Holds whatever is filled in for a part of the path: a parameter, or several parts where it begins with that. */
function patternOf(text: string): RegExp {
  const [path = ''] = text.replace(/\$\{[^{}]*\}/g, '*').split('?');
  return new RegExp(`^/${path.replace(/^\*/, '.+').replaceAll('*', '[^/]+')}$`);
}

const calls = readdirSync(join(ROOT, 'web'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.spec)\.tsx?$/.test(file))
  .flatMap(callsIn);

describe('the pages', () => {
  it('name the operations that they call', () => {
    const wrong = calls.flatMap(({ file, ids, method, path }) =>
      ids
        .filter((id) => {
          const operation = OPERATIONS.get(id);
          return operation?.method !== method || !path.test(operation.path);
        })
        .map((id) => `${file}: ${id} is not ${method} ${path.source}`),
    );
    expect(calls.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
