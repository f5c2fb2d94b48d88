import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CONNECTORS } from '../../src/projects/domain/connectors.js';
import { anchorsOf, linksOf } from './markdown.js';
import { ROOT, textOf, writtenFiles } from './written-files.js';

const files = writtenFiles();
const pages = files.filter((path) => path.endsWith('.md'));
/** Files of code and configuration; sentences to learn from, and what clients say in stories, speak of other papers. */
const code = files.filter((path) => !/\.md$|^training\/|^client\/.*\.(json|ts)$/.test(path));
const folders = [...new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]!))];

/** Whether `path#anchor`, from the project's folder on, leads somewhere. */
function leads(target: string): boolean {
  const [path = '', anchor] = target.split('#');
  if (!existsSync(join(ROOT, path))) return false;
  return anchor === undefined || !path.endsWith('.md') || anchorsOf(textOf(path)).has(anchor);
}

const lost = (paths: readonly string[], targetsOf: (path: string) => readonly string[]): string[] =>
  paths.flatMap((path) => targetsOf(path).flatMap((target) => (leads(target) ? [] : [`${path}: ${target}`])));

const FOLDER = folders.map((name) => name.replace('.', '\\.')).join('|');
const NAMED = String.raw`[\w./-]*\w\.[a-z]{2,5}(?:#[\w-]+)?`;
/**
 * A path of the project in a text: from one of its folders on to a name with a dot, with the anchor that it may have.
 */
const PATH = new RegExp(String.raw`(?<![\w./<>*{}$@-])(?:${FOLDER})/${NAMED}(?![\w*<>{}/$-])`, 'g');

/** The comments of a file of code. */
const commentsOf = (text: string): string => (text.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm) ?? []).join('\n');

describe('links in pages', () => {
  it('lead to files and headings that there are', () => {
    const targets = (path: string) =>
      linksOf(textOf(path))
        .filter((link) => !/^[a-z]+:/.test(link))
        .map((link) => (link.startsWith('#') ? path + link : normalize(join(dirname(path), link))));
    expect(pages.flatMap(targets).length).toBeGreaterThan(100);
    expect(lost(pages, targets)).toEqual([]);
  });

  it('name files and folders that there are, where they name a path', () => {
    const path = new RegExp(`^(?:${FOLDER})/[\\w./-]+$`);
    const targets = (page: string) =>
      [...textOf(page).matchAll(/`([^`\n]+)`/g)].flatMap(([, span]) => (path.test(span!) ? [span!] : []));
    expect(pages.flatMap(targets).length).toBeGreaterThan(50);
    expect(lost(pages, targets)).toEqual([]);
  });
});

describe('docs/contract/vendors.md', () => {
  it.each(CONNECTORS)('says what the connector of %s relies on', (name) => {
    expect(anchorsOf(textOf('docs/contract/vendors.md'))).toContain(name);
  });
});

describe('comments', () => {
  it('cite pages, headings and files that there are', () => {
    const targets = (path: string) => commentsOf(textOf(path)).match(PATH) ?? [];
    expect(code.flatMap(targets).length).toBeGreaterThan(50);
    expect(lost(code, targets)).toEqual([]);
  });

  it('cite no document that is not here', () => {
    const ELSEWHERE =
      /\bspec §?\d|\bthe (spec|specification|contract)\b(?! (of|suite)\b)|\b(spec|contract)'s\b|vendor-apis/i;
    const cited = code.flatMap((path) => {
      const found = commentsOf(textOf(path))
        .replace(/"[^"\n]*"/g, '')
        .match(ELSEWHERE)?.[0];
      return found === undefined ? [] : [`${path}: ${found}`];
    });
    expect(cited).toEqual([]);
  });
});

describe('a citation', () => {
  it.each([
    ['docs/contract/vendors.md', true],
    ['docs/contract/vendors.md#chatwoot', true],
    ['docs/contract/vendors.md#chatwood', false],
    ['docs/contract/vendor.md', false],
    ['test/contract/citations.spec.ts', true],
  ])('%s leads somewhere: %s', (target, is) => {
    expect(leads(target)).toBe(is);
  });

  it.each([
    ['as docs/contract/events.md says.', ['docs/contract/events.md']],
    ['(docs/access.md#roles)', ['docs/access.md#roles']],
    ['see src/main.ts, test/e2e/x.e2e-spec.ts', ['src/main.ts', 'test/e2e/x.e2e-spec.ts']],
    ['test/connectors/<vendor>.contract.spec.ts', []],
    ['dist/src/main.js', []],
    ['https://example.com/docs/a.html', []],
  ])('is found in %j', (text, found) => {
    expect(text.match(PATH) ?? []).toEqual(found);
  });
});
