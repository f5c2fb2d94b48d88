import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Cleanups } from './cleanups.js';
import { FrontendMessages, type Told } from './frontend-messages.js';

const DEFAULT_PORT = 5432;

/** An address before a database that passes everything on and tells which statements went by, of any process. */
export class StatementTap {
  private readonly sockets = new Set<Socket>();
  private told: Told[] | null = null;
  private trouble: Error | null = null;

  private constructor(
    private readonly server: Server,
    /** Of the same database, past this. */
    readonly url: string,
  ) {}

  static async open(databaseUrl: string, cleanups: Cleanups): Promise<StatementTap> {
    const target = new URL(databaseUrl);
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String((server.address() as AddressInfo).port);
    const tap = new StatementTap(server, url.href);
    server.on('connection', (client) => tap.pass(client, target));
    cleanups.add(() => tap.close());
    return tap;
  }

  /** What went by while `work` went on. */
  async during(work: () => Promise<unknown>): Promise<Told[]> {
    const told: Told[] = [];
    this.told = told;
    try {
      await work();
    } finally {
      this.told = null;
    }
    if (this.trouble) throw this.trouble;
    return told;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private pass(client: Socket, { hostname, port }: URL): void {
    const database = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || DEFAULT_PORT) });
    const messages = new FrontendMessages();
    client.on('data', (piece: Buffer) => {
      try {
        const told = messages.take(piece);
        this.told?.push(...told);
      } catch (error) {
        this.trouble = error as Error;
        client.destroy();
      }
    });
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      this.sockets.add(from);
      from.setNoDelay(true);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}
