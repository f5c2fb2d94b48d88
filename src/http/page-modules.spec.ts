import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { modulesOf } from './page-modules.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kag-modules-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('the modules of a script', () => {
  it('are all that it needs, each once, the nearest first', () => {
    write(
      'page/main.js',
      `import { Api } from '../client/api.js';\nimport {\n  a,\n  b,\n} from "./a.js";\nnew Api();`,
    );
    write('client/api.js', `export * from './problem.js';\nexport const api = 'import';`);
    write('client/problem.js', '');
    write('page/a.js', `import './b.js';import { again } from '../client/problem.js';`);
    write('page/b.js', `import { main } from './main.js';`);
    expect(modulesOf('page/main.js', folder)).toEqual(['client/api.js', 'page/a.js', 'client/problem.js', 'page/b.js']);
  });

  it('leave out libraries, which are elsewhere, and what only looks like an import', () => {
    write(
      'main.js',
      `import { h } from './vendor/preact.js';\nconst text = "from './x.js'";\nimport('./later.js');\nfetch('./x.js');`,
    );
    write('x.js', '');
    write('later.js', '');
    expect(modulesOf('main.js', folder)).toEqual([]);
  });

  it('are none of what was not built', () => expect(modulesOf('main.js', folder)).toEqual([]));
});
