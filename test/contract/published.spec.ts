import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { breakingChanges } from './breaking-changes.js';
import type { Json } from './breaking-schema.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, 'client', file), 'utf8');
const json = (file: string) => JSON.parse(read(file)) as Json;

describe('the published document', () => {
  it('breaks no client of the released one, save as client/breaking-changes.md says, with the reason', () => {
    const documented = [...read('breaking-changes.md').matchAll(/^- `([^`]+)`: \S.{9,}$/gm)].map(([, what]) => what);
    const entries = [...read('breaking-changes.md').matchAll(/^- /gm)];
    const changes = breakingChanges(json('released.json'), json('openapi.json'));
    expect({ undocumented: changes.filter((change) => !documented.includes(change)) }).toEqual({ undocumented: [] });
    expect({ notSo: documented.filter((what) => !changes.includes(String(what))) }).toEqual({ notSo: [] });
    // An entry without a reason, or in another form, does not count.
    expect(entries).toHaveLength(documented.length);
  });

  it('is what the types of the client are made of; `npm run api:types` makes them anew', async () => {
    await promisify(execFile)('npm', ['run', '--silent', 'api:types', '--', '--check'], { cwd: ROOT });
  });
});
