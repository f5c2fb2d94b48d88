/** How one process divides the connections that DATABASE_POOL_MAX allows it. */
export interface ConnectionShares {
  /** Requests and jobs. */
  server: number;
  /** The queue's own: a worker must be able to say that it lives while all others are taken. */
  queue: number;
  /** Whether one more waits for the queue's notifications; without it the queue looks for itself. */
  listens: boolean;
}

/** With four and more one listens, and of every five one is the queue's, four at most. */
export function connectionShares(max: number, canListen = true): ConnectionShares {
  const listens = canListen && max >= 4;
  const queue = Math.min(4, Math.max(1, Math.floor(max / 5)));
  return { server: max - queue - (listens ? 1 : 0), queue, listens };
}
