import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AddressNotAllowed, hostOf, pinnedFetch } from './pinned-fetch.js';

let server: Server;
let here: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: 'http://elsewhere.invalid/' }).end();
    else response.end('here');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

it('speaks to the host that is named', async () => {
  expect(await (await pinnedFetch([hostOf(here)])(`${here}/a`)).text()).toBe('here');
});

it.each(['http://elsewhere.invalid/', 'http://127.0.0.1:1/', 'http://127.0.0.1@elsewhere.invalid/'])(
  'says nothing to %s',
  async (address) => {
    await expect(pinnedFetch([hostOf(here)])(address)).rejects.toThrow(AddressNotAllowed);
  },
);

it('is not led elsewhere', async () => {
  await expect(pinnedFetch([hostOf(here)])(`${here}/away`)).rejects.toThrow(TypeError);
});
