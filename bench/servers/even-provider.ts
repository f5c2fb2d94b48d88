import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wait } from '../../src/common/wait.js';
import { seededRandom } from '../../sandbox/random.js';
import type { Cleanups } from './cleanups.js';

/** A provider of embeddings that takes its time and nothing else: what it answers is made before it is asked. */
export interface EvenProvider {
  /** As OPENAI_BASE_URL takes it. */
  url: string;
  close(): Promise<void>;
}

interface Asked {
  input: string[];
  dimensions?: number;
}

/** Of vectors where a request says nothing, and of those that are asked for bare. */
const DIM = 1536;

/** @param msFor100 what an answer takes for 100 inputs; less for fewer, in proportion */
export async function startEvenProvider(msFor100: number, cleanups: Cleanups): Promise<EvenProvider> {
  const answers = new Map<string, string>();
  const server = createServer((request, response) => {
    const answer = async () => {
      const { input, dimensions = DIM } = JSON.parse(await bodyOf(request)) as Asked;
      const key = `${input.length} ${dimensions}`;
      const body = answers.get(key) ?? answerOf(input.length, dimensions);
      answers.set(key, body);
      await wait((msFor100 * input.length) / 100);
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  cleanups.add(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, close };
}

/**
 * Inputs a second that the provider allows: requests of that many inputs, so many of them in flight, each answer read
 * as JSON and not looked at.
 */
export async function allowedBy(url: string, inFlight: number, input: readonly string[], requests: number) {
  const body = JSON.stringify({ model: 'text-embedding-3-small', input, encoding_format: 'float', dimensions: DIM });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer x' };
  const started = performance.now();
  let left = requests;
  const one = async () => {
    while (left-- > 0) {
      const answer = await fetch(`${url}/embeddings`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`the provider answered ${answer.status}`);
      await answer.json();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return (requests * input.length) / ((performance.now() - started) / 1000);
}

/** Vectors of length 1, the same for each place of a request. */
function answerOf(count: number, dimensions: number): string {
  const random = seededRandom(7);
  const data = Array.from({ length: count }, (_, index) => {
    const raw = Array.from({ length: dimensions }, () => random.next() - 0.5);
    const length = Math.hypot(...raw);
    return { object: 'embedding', index, embedding: raw.map((value) => value / length) };
  });
  const usage = { prompt_tokens: count * 40, total_tokens: count * 40 };
  return JSON.stringify({ object: 'list', data, model: 'text-embedding-3-small', usage });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
