import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cutOff, type CutOff } from './cut-off.js';

let database: Server;
let sides: Socket[];
let between: CutOff;

beforeEach(async () => {
  sides = [];
  database = createServer((side) => sides.push(side.on('error', () => {})));
  database.listen(0, '127.0.0.1');
  await once(database, 'listening');
  between = await cutOff(`postgres://127.0.0.1:${(database.address() as AddressInfo).port}/db`);
});
afterEach(async () => {
  await between.close();
  for (const side of sides) side.destroy();
  database.close();
  await once(database, 'close');
});

/** A client, once the database has it. */
async function connected(): Promise<{ client: Socket; side: Socket }> {
  const came = once(database, 'connection') as Promise<[Socket]>;
  const client = connect(Number(new URL(between.url).port), '127.0.0.1').on('error', () => {});
  const [side] = await came;
  return { client, side };
}

it('what is forgotten is ended at the database alone, and what came since goes on', async () => {
  const old = await connected();
  between.cut('forget');
  const since = await connected();
  const ended = once(old.side, 'close');
  between.probe();
  await ended;
  since.client.write('still');
  const [heard] = (await once(since.side, 'data')) as [Buffer];
  expect([heard.toString(), old.client.destroyed, old.client.readableEnded]).toEqual(['still', false, false]);
  old.client.destroy();
  since.client.destroy();
});
