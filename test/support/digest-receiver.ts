import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as the receiver got it. */
export interface Message {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A place in the outside that digests are sent to. */
export interface DigestReceiver {
  url: string;
  /** All that came, the oldest first. */
  messages: Message[];
  /** How the next messages are answered, one each; then 200. */
  answers: ((response: ServerResponse) => void)[];
  close(): Promise<void>;
}

/** Answers with this status and these headers. */
export const answer =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end();

export async function startDigestReceiver(): Promise<DigestReceiver> {
  const messages: Message[] = [];
  const answers: ((response: ServerResponse) => void)[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      messages.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      (answers.shift() ?? answer(200))(response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    answers,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
