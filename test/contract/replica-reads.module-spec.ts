import { globSync } from 'node:fs';
import { join } from 'node:path';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { beforeAll, expect, it } from '@jest/globals';
import { FROM_REPLICA } from '../../src/http/index.js';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Routes that read and are the primary's, by why. A new one is marked with `@FromReplica()`, or gets its place here.
 */
const AT_THE_PRIMARY = {
  'who somebody is, and what they may: each request asks the primary for it': [
    '/auth/me',
    '/auth/oidc',
    '/auth/oidc/callback',
    '/auth/oidc/start',
    '/auth/second-factor',
    '/auth/sessions',
    '/auth/tokens',
    '/users',
    '/users/:id/identities',
  ],
  'what is set: little, and changed from what is read': [
    '/digest/subscriptions',
    '/projects',
    '/projects/:id/sources',
    '/projects/:id/sources/:connector',
  ],
  'how the process and the primary are': ['/health', '/health/live', '/health/ready'],
  'figures, each of which asks by itself (src/metrics/sampled-gauges.ts)': ['/metrics'],
  'streams, which look for what is new at its source': ['/events', '/jobs/runs/:id/events'],
};

/** Routes that read though they are not a GET. */
const BY_POST = ['/search'];

interface Route {
  method: RequestMethod;
  path: string;
  marked: boolean;
}

type Handler = (...args: never[]) => unknown;

let routes: Route[];
beforeAll(async () => {
  const files = globSync('src/**/*.controller.ts', { cwd: ROOT });
  const modules = await Promise.all(files.map((file) => import(join(ROOT, file)) as Promise<Record<string, unknown>>));
  routes = modules
    .flatMap((module) => Object.values(module))
    .filter((one): one is { prototype: Record<string, Handler> } => typeof one === 'function')
    .filter((controller) => Reflect.hasMetadata(PATH_METADATA, controller))
    .flatMap(routesOf);
});

function routesOf(controller: { prototype: Record<string, Handler> }): Route[] {
  const base = String(Reflect.getMetadata(PATH_METADATA, controller));
  const names = Object.getOwnPropertyNames(controller.prototype);
  return names.flatMap((name) => {
    const handler = controller.prototype[name] as Handler;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const marked = [handler, controller].some((target) => Reflect.getMetadata(FROM_REPLICA, target) === true);
    return [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat().map((path) => ({
      method,
      path: `/${[base, path]
        .flatMap((part) => part.split('/'))
        .filter(Boolean)
        .join('/')}`,
      marked,
    }));
  });
}

const paths = (wanted: (route: Route) => boolean) =>
  routes
    .filter(wanted)
    .map(({ path }) => path)
    .sort();

it('every route that reads says whether a standby may answer, or why not', () => {
  const reading = ({ method }: Route) => method === RequestMethod.GET;
  expect(paths((route) => reading(route) && !route.marked)).toEqual(Object.values(AT_THE_PRIMARY).flat().sort());
  expect(paths((route) => reading(route) && route.marked).length).toBeGreaterThan(30);
});

it('no route that changes something reads from a standby', () => {
  expect(paths(({ method, marked }) => method !== RequestMethod.GET && marked)).toEqual(BY_POST);
});
