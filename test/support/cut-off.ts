import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between the server and its database, and takes it away: by refusing, or by never answering again. */
export interface CutOff {
  /** The database's URL through it. */
  url: string;
  /**
   * `refuse` closes every connection and takes none; `hang` keeps them open and passes nothing on; `forget` does that
   * to those that are open, as a firewall does that has lost them, and lets new ones through.
   */
  cut(how: 'refuse' | 'hang' | 'forget'): void;
  /** The database finds by its probes that it was forgotten, and ends its side. The other side hears nothing of it. */
  probe(): void;
  restore(): void;
  close(): Promise<void>;
}

/** How many connections are open, and how many were at the most; several may count together. */
export class OpenConnections {
  private open = 0;
  private peak = 0;

  get most(): number {
    return this.peak;
  }

  count(client: Socket): void {
    this.peak = Math.max(this.peak, ++this.open);
    client.on('close', () => this.open--);
  }
}

export async function cutOff(databaseUrl: string, connections = new OpenConnections()): Promise<CutOff> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  /** The database's sides of what is forgotten. */
  const forgotten = new Set<Socket>();
  /** The database's sides of what is open. */
  const sides = new Set<Socket>();
  let state: 'open' | 'refuse' | 'hang' = 'open';
  const server = createServer((client) => {
    connections.count(client);
    sockets.add(client);
    client.on('close', () => sockets.delete(client)).on('error', () => {});
    if (state === 'refuse') client.destroy();
    if (state !== 'open') return;
    const database = connect(Number(target.port || 5432), target.hostname);
    sockets.add(database);
    sides.add(database);
    database
      .on('close', () => {
        sockets.delete(database);
        sides.delete(database);
        if (!forgotten.delete(database)) client.destroy();
      })
      .on('error', () => {});
    client.pipe(database);
    database.pipe(client).on('close', () => database.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut(how) {
      state = how === 'forget' ? 'open' : how;
      if (how === 'refuse') drop();
      else for (const socket of sockets) socket.unpipe().pause();
      if (how === 'forget') for (const side of sides) forgotten.add(side);
    },
    probe() {
      for (const side of forgotten) side.destroy();
    },
    restore() {
      state = 'open';
      // What hung has lost bytes: it can't go on.
      drop();
    },
    async close() {
      drop();
      await new Promise((closed) => server.close(closed));
    },
  };
}
