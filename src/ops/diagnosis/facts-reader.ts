import type { ProbedProvider } from '../../auth/index.js';
import { errorText } from '../../common/app-error.js';
import type { Clock } from '../../common/clock.js';
import { dayOf } from '../../common/day.js';
import type { Config } from '../../config/index.js';
import { fromPrimary, overAllProjects, wallGap, type Database, type ReplicaStanding } from '../../database/index.js';
import { WorkersRepository } from '../../jobs/index.js';
import type { CredentialSeal } from '../../projects/index.js';
import { ConnectorFactsRepository } from './connector-facts.repository.js';
import { type DiagnosisFacts, Missing, type RequestFacts } from './domain/facts.js';
import { KagFactsRepository } from './kag-facts.repository.js';
import { ProcessFactsRepository } from './process-facts.repository.js';
import { ScheduleFactsRepository } from './schedule-facts.repository.js';
import { SearchFactsRepository } from './search-facts.repository.js';
import { type ServerFacts, ServerFactsRepository } from './server-facts.repository.js';

/** Of one statement; all of them are done in milliseconds where the database is well. */
const DEADLINE_MS = 5_000;

/** What a diagnosis rests on, and the database's time, by which all of it was written. */
export interface ReadFacts {
  facts: DiagnosisFacts;
  now: Date;
}

interface Subject {
  id: string;
  name: string;
}

/** What is the same for every project. */
type Shared = Pick<DiagnosisFacts, 'workers' | 'identity' | 'replica'>;

/**
 * Reads all that checks look at, in eight statements a project, one after the other: a diagnosis must not take from the
 * pool what the server in trouble needs. A part that can't be read is missing and does not keep the others away.
 */
export class FactsReader {
  private readonly server: ServerFactsRepository;
  private readonly workers: WorkersRepository;
  private readonly schedule: ScheduleFactsRepository;
  private readonly connectors: ConnectorFactsRepository;
  private readonly search: SearchFactsRepository;
  private readonly kag: KagFactsRepository;
  private readonly processes: ProcessFactsRepository;

  constructor(
    sql: Database,
    config: Config,
    seal: CredentialSeal,
    private readonly clock: Clock,
    private readonly provider: () => Promise<ProbedProvider | null>,
    private readonly replica: () => Promise<ReplicaStanding | null>,
  ) {
    this.server = new ServerFactsRepository(sql);
    this.workers = new WorkersRepository(sql);
    this.schedule = new ScheduleFactsRepository(sql);
    this.connectors = new ConnectorFactsRepository(sql, config, seal);
    this.search = new SearchFactsRepository(sql);
    this.kag = new KagFactsRepository(sql);
    this.processes = new ProcessFactsRepository(sql);
  }

  /**
   * The facts about a project. It looks at the server as well as at the project, and a transaction for each statement
   * would treble what it asks of a server in trouble.
   * @throws what keeps the database from answering at all
   */
  read(project: Subject, request: RequestFacts | null): Promise<ReadFacts> {
    return overAllProjects(async () => this.about(project, request, await this.shared()));
  }

  /** The same about each of the projects, in their order; what they share is read once. */
  readEach<P extends Subject>(projects: readonly P[], requestOf: (project: P) => RequestFacts): Promise<ReadFacts[]> {
    return overAllProjects(async () => {
      const shared = await this.shared();
      const read: ReadFacts[] = [];
      for (const project of projects) read.push(await this.about(project, requestOf(project), shared));
      return read;
    });
  }

  private async shared(): Promise<Shared> {
    return {
      // Of the primary, as the time is: of a standby that is behind, a live one would look dead.
      workers: await this.part(() => fromPrimary(() => this.workers.known())),
      // By its own deadlines, since each answer of a provider may take OIDC_TIMEOUT_SECONDS.
      identity: await this.provider(),
      // By its own deadlines, too.
      replica: await this.replica(),
    };
  }

  private async about(project: Subject, request: RequestFacts | null, shared: Shared): Promise<ReadFacts> {
    const { database, now, projectCreatedAt, ...found } = await this.within(
      // Of the primary itself, though a standby may answer the rest.
      fromPrimary(() => this.server.read(project.id)),
    );
    return {
      now,
      facts: {
        ...shared,
        project: { id: project.id, name: project.name, created_at: projectCreatedAt ?? now },
        database,
        request:
          request ??
          new Missing({
            en: 'No request of a signed-in person was looked at.',
            ru: 'Запрос вошедшего человека не рассматривался.',
          }),
        // Of the primary, too: what was due is done there already.
        schedule: await this.part(() => fromPrimary(() => this.schedule.read(project.id))),
        connectors: await this.part(() => this.connectors.read(project.id)),
        search: await this.part(() => this.search.read(project.id)),
        kag: await this.part(() => this.kag.read(project.id, dayOf(now))),
        processes: await this.part(() => this.processes.read(project.id)),
        wall: wallFact(found),
      },
    };
  }

  private async part<T>(read: () => Promise<T>): Promise<T | Missing> {
    try {
      return await this.within(read());
    } catch (error) {
      const why = errorText(error);
      return new Missing({ en: `It could not be read: ${why}.`, ru: `Прочитать не удалось: ${why}.` });
    }
  }

  /** A database that hangs must not hang its diagnosis. */
  private within<T>(answer: Promise<T>): Promise<T> {
    return this.clock.within(DEADLINE_MS, answer);
  }
}

function wallFact({ wall, distributed }: Pick<ServerFacts, 'wall' | 'distributed'>): DiagnosisFacts['wall'] {
  if (distributed)
    return new Missing({
      en: "Rows are on several servers, where a wall can't stand: only the server itself keeps projects apart.",
      ru: 'Строки лежат на нескольких серверах, и стены там быть не может: проекты разделяет только сам сервер.',
    });
  return wall ? wallGap(wall) : new Missing({ en: 'There are no tables yet.', ru: 'Таблиц ещё нет.' });
}
