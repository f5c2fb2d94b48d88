import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/ops/diagnosis/domain/catalogue.js';
import { SECTIONS } from '../../src/ops/diagnosis/domain/diagnosis.js';
import { checksRu, confirmRu, sectionsRu } from '../../web/ops/texts/checks-ru.js';

const document = JSON.parse(readFileSync(new URL('../../client/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Record<string, unknown>>>;
};

describe('what the page at /ops says in Russian of the server’s own texts', () => {
  it('has every check and every section of the runbook', () => {
    expect(Object.keys(checksRu).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
    expect(Object.keys(sectionsRu).sort()).toEqual(Object.keys(SECTIONS).sort());
  });

  it('has the question of every route that asks first', () => {
    const asking = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]) =>
        operation['x-kag-confirm'] === undefined ? [] : [`${method.toUpperCase()} ${path}`],
      ),
    );
    expect(Object.keys(confirmRu).sort()).toEqual(asking.sort());
  });
});
