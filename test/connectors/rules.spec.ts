import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CONNECTORS } from '../../src/projects/index.js';
import { RULES } from './rules.js';

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

describe.each(Object.entries(RULES))('that %s', (_rule, { file, cases }) => {
  it('is in the suite', () => {
    const [, given] =
      new RegExp(`import \\{ (\\w+) \\} from './cases/${file}\\.js'`).exec(read('contract-suite.ts')) ?? [];
    expect(read('contract-suite.ts')).toContain(`    ${given}(scene`);
    const text = read(`cases/${file}.ts`);
    expect(cases.filter((title) => !text.includes(`'${title}'`))).toEqual([]);
    expect(text).not.toMatch(/\.(skip|todo|only)\b/);
  });

  it.each(CONNECTORS)('holds for %s', (name) =>
    expect(read(`${name}.contract.spec.ts`)).toContain(`connectorContract('${name}', ${name}Harness)`),
  );
});
