import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../src/ops/diagnosis/domain/catalogue.js';
import { SECTIONS } from '../../src/ops/diagnosis/domain/diagnosis.js';
import { confirmRu } from '../../web/ops/texts/confirm-ru.js';

const document = JSON.parse(readFileSync(new URL('../../client/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Record<string, unknown>>>;
};

describe('what operators read in Russian', () => {
  it('has every check and every section of the runbook, in good times and in bad', () => {
    const russian = /[а-яё]/i;
    for (const { title, trouble } of CHECKS) for (const text of [title, trouble]) expect(text.ru).toMatch(russian);
    for (const title of Object.values(SECTIONS)) expect(title.ru).toMatch(russian);
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
