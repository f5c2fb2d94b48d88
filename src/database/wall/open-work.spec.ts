import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const sources = globSync('src/**/*.ts', { cwd: ROOT })
  .filter((path) => !/spec\.ts$/.test(path) && !path.startsWith('src/database/wall/'))
  .sort();

/** What Nest or a timer calls outside of a request's handler and of a run, where no reach has been entered. */
const BEGINS =
  /implements [^{]*\b(?:CanActivate|ExceptionFilter|NestMiddleware|On(?:ModuleInit|ApplicationBootstrap))\b|extends \w+Filter\b|\bRequestHandler\b|\bsetInterval\(|\bSchedulerRegistry\b/;
/** What such work has to have to come to rows. */
const COMES_TO_ROWS = /\b(?:\w*Repository|Database|POOL|SampledGauges|Refusals|Projects)\b/;

/** Paths in the table of docs/security.md under this heading. */
function listed(heading: string): string[] {
  const [, part = ''] = read('docs/security.md').split(`| ${heading}`);
  const table = part.slice(0, part.indexOf('\n\n'));
  return [...table.matchAll(/^\| `(src\/[^`]+)`/gm)].map(([, path]) => path!).sort();
}

it('lists all that leaves a reach by name', () => {
  const by = sources.filter((path) => /\boverAllProjects\(/.test(read(path)));
  expect(listed('leaves every reach')).toEqual(by);
});

it('lists all that begins without a reach and comes to rows', () => {
  const by = sources.filter((path) => BEGINS.test(read(path)) && COMES_TO_ROWS.test(read(path)));
  expect(listed('begins without a reach')).toEqual(by);
});

it('has two places that enter a reach: one for requests, one for runs', () => {
  const by = sources.filter((path) => /\bwithin(?:Projects|Scopes)\(/.test(read(path)));
  expect(by).toEqual(['src/jobs/run-executor.ts', 'src/projects/reach.interceptor.ts']);
});
