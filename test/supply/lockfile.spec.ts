import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const read = <T>(file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8')) as T;

interface Locked {
  version?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  dev?: boolean;
  engines?: { node?: string };
}

const wanted = read<{
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
  engines: { node: string };
}>('package.json');
const locked = Object.entries(read<{ packages: Record<string, Locked> }>('package-lock.json').packages).filter(
  ([path]) => path !== '',
);
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

describe('what npm installs', () => {
  it('is named with its exact version', () => {
    const loose = Object.entries({ ...wanted.dependencies, ...wanted.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('is known by a digest, each package', () => {
    const unknown = locked.filter(([, { integrity, link }]) => !link && !/^sha512-/.test(integrity ?? ''));
    expect(unknown.map(([path]) => path)).toEqual([]);
  });

  it('runs no script of a package whose name is not in allowScripts', () => {
    const scripted = new Set(locked.filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path)));
    expect([...scripted].filter((name) => !(name in wanted.allowScripts))).toEqual([]);
    // A name that no package has would let one in unseen later.
    expect(Object.keys(wanted.allowScripts).filter((name) => !scripted.has(name))).toEqual([]);
  });
});

/** A version as a number that grows with it. */
const order = (version: string): number =>
  version
    .split('.')
    .map(Number)
    .reduce((sum, part) => sum * 1000 + part, 0) *
  1000 ** (3 - version.split('.').length);

/** Whether a range of npm's, of the forms `^a.b.c`, `>=a`, `a`, `a.x` and `*`, joined by `||`, has the version. */
function has(range: string, version: string): boolean {
  return range.split('||').some((part) => {
    if (part.trim() === '*') return true;
    const [, sign = '', least = ''] = /^\s*(\^|>=)?\s*(\d+(?:\.\d+)*)(?:\.[x*])*\s*$/.exec(part) ?? [];
    if (least === '') throw new Error(`a range that this can't read: ${part}`);
    const sameMajor = least.split('.')[0] === version.split('.')[0];
    return order(version) >= order(least) && (sign === '>=' || sameMajor);
  });
}

describe('Node', () => {
  const pinned = wanted.devDependencies['node']!;
  const text = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');

  it('is the same in package.json, in .nvmrc and in the image', () => {
    expect(text('.nvmrc').trim()).toBe(pinned);
    expect(text('Dockerfile')).toContain(`FROM node:${pinned}-`);
  });

  it('may be what engines say, by all that the server needs', () => {
    const oldest = [...wanted.engines.node.matchAll(/\d+\.\d+\.\d+/g)].map(([version]) => version);
    expect(oldest.length).toBeGreaterThan(0);
    for (const version of [...oldest, pinned]) {
      expect([version, has(wanted.engines.node, version)]).toEqual([version, true]);
      const needed = locked.filter(([, { dev, engines }]) => !dev && engines?.node !== undefined);
      expect(needed.length).toBeGreaterThan(100);
      const refused = needed.filter(([, { engines }]) => !has(engines!.node!, version));
      expect([version, refused.map(([path]) => path)]).toEqual([version, []]);
    }
  });

  it.each([
    ['>=20', '24.1.0', true],
    ['>= 20.11', '20.10.0', false],
    ['^22.13.0 || >=24.11.0', '23.9.0', false],
    ['^22.13.0 || >=24.11.0', '22.12.9', false],
    ['^22.13.0 || >=24.11.0', '22.21.0', true],
    ['18 || 20 || >=22', '20.3.1', true],
    ['>=18.x', '18.0.0', true],
  ])('of the range %s is %s: %s', (range, version, is) => expect(has(range, version)).toBe(is));
});
