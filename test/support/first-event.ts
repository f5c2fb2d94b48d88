import type { IncomingMessage } from 'node:http';

/** Of streams that never end by themselves. */
const ENDLESS = /^(?:\/v1)?\/events(?:\?|$)/;

export const isEndless = (path: string): boolean => ENDLESS.test(path);

type Done = (error: Error | null, body: unknown) => void;

/** Reads an endless stream up to its first event and hangs up; a refusal, which is not a stream, is read whole. */
export function untilFirstEvent(given: unknown, done: Done): void {
  const response = given as IncomingMessage & { text?: string };
  const streams = (response.headers['content-type'] ?? '').startsWith('text/event-stream');
  let text = '';
  const end = () => {
    response.text = text;
    done(null, streams || text === '' ? {} : JSON.parse(text));
  };
  response.setEncoding('utf8');
  response.on('data', (part: string) => {
    text += part;
    if (!streams || !text.includes('\n\n')) return;
    response.removeListener('end', end);
    response.destroy();
    end();
  });
  response.on('end', end);
}
