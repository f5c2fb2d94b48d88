import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request of embeddings asks for. */
export interface Asked {
  model: string;
  input: string[];
  dimensions?: number;
  encoding_format?: string;
}
/** An answer: a body that is sent as JSON, or as it is where it is a text; null for silence. */
export type Answer = { status?: number; body: unknown; headers?: Record<string, string> } | null;

/** A server of embeddings that answers as a test wants it to, at any path. */
export interface OddProvider {
  url: string;
  /** All requests since the start, the latest last. */
  asked: Asked[];
  /** What it answers; by default as it should. */
  answers: (asked: Asked) => Answer;
  close(): Promise<void>;
}

/** As many numbers as are wanted, different for different texts. */
export const vectorOf = (text: string, dim: number): number[] =>
  Array.from(
    { length: dim },
    (_, i) => Math.sin((text.length + 1) * (i + 1)) + (text.charCodeAt(i % text.length) || 1) / 200,
  );

/** The answer that a sound server gives. */
export const sound = ({ input, dimensions }: Asked, dim = 64): { body: { data: Record<string, unknown>[] } } => ({
  body: { data: input.map((text, index) => ({ index, embedding: vectorOf(text, dimensions ?? dim) })) },
});

export async function startOddProvider(): Promise<OddProvider> {
  const provider: OddProvider = { url: '', asked: [], answers: sound, close: () => Promise.resolve() };
  const server = createServer((request, response) => void serve(provider, request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider.close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(() => closed()));
  };
  return provider;
}

async function serve(provider: OddProvider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const asked = JSON.parse(Buffer.concat(parts).toString()) as Asked;
  provider.asked.push(asked);
  const answer = provider.answers(asked);
  if (answer === null) return;
  const { status = 200, body, headers = {} } = answer;
  const type = typeof body === 'string' && body.startsWith('<') ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
