import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** The mail as it went over the wire. */
  raw: string;
}

/** A mail server on this machine, without TLS. */
export interface MailServer {
  url: string;
  mails: ReceivedMail[];
  /** With what it answers the next mails, one each: an SMTP code; then it takes them. */
  refusals: number[];
  /** While true it takes a mail and never answers. */
  hangs: boolean;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const state: MailServer = { url: '', mails: [], refusals: [], hangs: false, close: () => Promise.resolve() };
  const held: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : (mailFrom?.address ?? '');
        state.mails.push({
          from,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        });
        const code = state.refusals.shift();
        if (state.hangs) held.push(() => done());
        else done(code === undefined ? null : Object.assign(new Error('not now'), { responseCode: code }));
      });
    },
  });
  // A client that goes away in the middle of a mail does not fail the test.
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  state.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  state.close = () => {
    for (const end of held) end();
    return new Promise((closed) => server.close(() => closed()));
  };
  return state;
}
