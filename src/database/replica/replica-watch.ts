import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { errorText } from '../../common/app-error.js';
import { wait } from '../../common/wait.js';
import { Database } from '../database.js';
import { ServerClient } from '../server-client.js';
import type { Barrier, ReplicaLook } from './barrier.js';
import { ReplayLag } from './replay-lag.js';
import { Replica } from './replica.js';

const LOOK_EVERY_MS = 1_000;
/** Of one look at the standby. */
const ANSWER_MS = 2_000;
/** After so many looks an unknown lag is told: before, the process has only just begun. */
const PATIENCE = 10;

/** One cluster has one identifier, its standbys too; the number of the database tells it from others of the cluster. */
const IDENTITY = `(SELECT system_identifier FROM pg_control_system()) || ' ' ||
  (SELECT oid FROM pg_database WHERE datname = current_database()) AS identity`;
const PRIMARY = `SELECT ${IDENTITY}, (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::text AS position`;
const STANDBY = `SELECT ${IDENTITY}, (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::text AS position
  FROM (SELECT pg_is_in_recovery() AS standby) AS it WHERE standby`;

interface Place {
  identity: string;
  position: string | null;
}

const REASONS: Record<Barrier, string> = {
  away: 'it does not answer',
  not_a_standby: 'it is no standby of the database that DATABASE_URL leads to',
  unknown_lag: 'how far it is behind is not known',
  lag: 'it is further behind than DATABASE_REPLICA_MAX_LAG_SECONDS',
};

/**
 * Looks at the standby each second, by a connection of its own, and at the primary beside it. What it sees decides who
 * answers; so a standby that hangs, is away or falls behind costs no request more than the time of one look.
 */
@Injectable()
export class ReplicaWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('replica');
  private readonly lag = new ReplayLag();
  private readonly stop = new AbortController();
  private client: ServerClient | null = null;
  private looking: Promise<void> | null = null;
  private asking: Promise<unknown> | null = null;
  /** Of the primary, when it was last asked. */
  private identity: string | null = null;
  /** Why the primary did not say how far it is. */
  private silence = '';
  /** Looks in a row that did not tell how far the standby is behind. */
  private unknown = 0;
  /** What was last said of it. */
  private told: Barrier | null = 'unknown_lag';

  constructor(
    @Inject(Replica) private readonly replica: Replica | null,
    private readonly database: Database,
  ) {}

  onApplicationBootstrap(): void {
    if (this.replica !== null) this.looking = this.goOn(this.replica);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.looking;
    this.drop();
    await this.replica?.close();
  }

  /** Looks once; returns why it does not answer, or null. */
  async look(): Promise<string | null> {
    try {
      this.replica?.seen(await this.seen());
      return null;
    } catch (error) {
      this.drop();
      this.replica?.seen(null);
      return errorText(error);
    }
  }

  private async goOn(replica: Replica): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      this.tell(replica, await this.look());
      await wait(LOOK_EVERY_MS, signal);
    }
  }

  private async seen(): Promise<ReplicaLook> {
    // A primary that is slow to answer does not keep the look waiting; what is known of it ages meanwhile.
    this.asking ??= this.askPrimary()
      .catch((error: unknown) => (this.silence = `: ${errorText(error)}`))
      .finally(() => (this.asking = null));
    await Promise.race([this.asking, wait(LOOK_EVERY_MS / 5)]);
    const { rows } = await (await this.connected()).query<Place>(STANDBY);
    const position = rows[0]?.position ?? null;
    const replayed = position === null ? null : BigInt(position);
    return {
      follows: rows[0] !== undefined && (this.identity === null || rows[0].identity === this.identity),
      replayed,
      behindMs: replayed === null ? null : this.lag.behind(replayed, performance.now()),
    };
  }

  private async askPrimary(): Promise<void> {
    const at = performance.now();
    const [primary] = await this.database.query<Place>(PRIMARY);
    const position = primary?.position ?? null;
    if (!primary || position === null) return;
    this.identity = primary.identity;
    this.lag.primaryAt(BigInt(position), at);
  }

  private async connected(): Promise<ServerClient> {
    if (this.client !== null) return this.client;
    const client = new ServerClient({
      connectionString: this.replica?.settings.url ?? '',
      application_name: 'kag-server replica look',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    client.on('error', () => this.drop(client));
    await client.connect();
    this.client = client;
    return client;
  }

  private drop(client = this.client): void {
    if (client === this.client) this.client = null;
    client?.abandon();
  }

  /** Says once what has become of it. */
  private tell({ barrier }: Replica, why: string | null): void {
    this.unknown = barrier === 'unknown_lag' ? this.unknown + 1 : 0;
    if (barrier === 'unknown_lag' ? this.unknown !== PATIENCE : barrier === this.told) return;
    this.told = barrier;
    if (barrier === null) return this.log.log('the standby of DATABASE_REPLICA_URL answers reads');
    const reason = why ?? REASONS[barrier];
    this.log.warn(
      `the primary answers all reads. The standby: ${reason}${barrier === 'unknown_lag' ? this.silence : ''}`,
    );
  }
}
