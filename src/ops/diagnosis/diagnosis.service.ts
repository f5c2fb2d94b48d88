import { Inject, Injectable } from '@nestjs/common';
import { ProviderProbe } from '../../auth/index.js';
import { AppError } from '../../common/app-error.js';
import { Clock } from '../../common/clock.js';
import type { Locale } from '../../common/locale.js';
import { Config } from '../../config/index.js';
import { Database, Replica, standingOf } from '../../database/index.js';
import { CredentialSeal } from '../../projects/index.js';
import type { Diagnosis } from './domain/diagnosis.js';
import { diagnose } from './domain/diagnose.js';
import type { RequestFacts } from './domain/facts.js';
import { FactsReader, type ReadFacts } from './facts-reader.js';
import { settingsOf } from './settings.js';

/** The runbook, done by the server: what is wrong with a project, why, and what cures it. */
@Injectable()
export class DiagnosisService {
  private readonly facts: FactsReader;

  constructor(
    database: Database,
    private readonly config: Config,
    seal: CredentialSeal,
    clock: Clock,
    provider: ProviderProbe,
    @Inject(Replica) replica: Replica | null,
  ) {
    const standing = () => Promise.resolve(replica && standingOf(replica));
    this.facts = new FactsReader(database, config, seal, clock, () => provider.look(), standing);
  }

  /** @throws AppError `service_unavailable` when the database does not answer */
  async of(project: { id: string; name: string }, request: RequestFacts, locale: Locale): Promise<Diagnosis> {
    return this.judged(locale, await answered(this.facts.read(project, request)));
  }

  /**
   * Of each of the projects, in their order.
   * @throws AppError `service_unavailable` when the database does not answer
   */
  async ofEach<P extends { id: string; name: string }>(
    projects: readonly P[],
    requestOf: (project: P) => RequestFacts,
    locale: Locale,
  ): Promise<Diagnosis[]> {
    return (await answered(this.facts.readEach(projects, requestOf))).map((read) => this.judged(locale, read));
  }

  private judged(locale: Locale, { facts, now }: ReadFacts): Diagnosis {
    return diagnose(facts, settingsOf(this.config), now, locale);
  }
}

const answered = <T>(read: Promise<T>): Promise<T> =>
  read.catch((cause: unknown) => {
    throw new AppError('service_unavailable', 'The database does not answer; npm run doctor tells more', undefined, {
      cause,
      retryAfterSeconds: 5,
    });
  });
