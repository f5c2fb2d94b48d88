import type { SearchMode } from '../../src/search/search.dto.js';
import type { Better } from './figure.js';
import { anywhere, atLeast, atLeastTimes, atMost, atMostTimes, type Goal } from './goal.js';

/** A figure as the report names it, with what it has to reach. */
export interface Declared {
  group: string;
  /** `{0}` and `{1}` stand for what the figure is of, here and in the group and the floor. */
  name: string;
  unit: string;
  /** What is good; `less` where nothing is said. */
  better?: Better;
  /** What the same machine does at best in the same run, or with the thing left out that the figure is about. */
  floor?: string;
  goals?: readonly Goal[];
  /** What holds the figure where it is, as far as that is known. */
  limit?: string;
}

const MEMORY = 'Resident memory of the server';
const FIRST_SYNC = 'First sync (Chatwoot)';
const NEXT_SYNC = 'Sync with nothing new';

/** HTTP beside the query’s own statements, of one size of project. */
const searched = <P extends string>(prefix: P, group: string) => {
  const goals: Record<SearchMode, Goal[]> = {
    vector: [atMostTimes(1.5, 'p95')],
    hybrid: [atMostTimes(2, 'p95')],
    lexical: [],
  };
  const floor = 'its statements, bare';
  const declared = (mode: SearchMode): Declared => ({ group, name: mode, unit: 'ms', floor, goals: goals[mode] });
  const ratio = (mode: SearchMode): Declared => ({ group, name: `${mode} ÷ bare, of the same query`, unit: '×' });
  return Object.fromEntries(
    (Object.keys(goals) as SearchMode[]).flatMap((mode) => [
      [`${prefix}.${mode}`, declared(mode)],
      [`${prefix}.${mode}.each`, ratio(mode)],
    ]),
  ) as Record<`${P}.${SearchMode}` | `${P}.${SearchMode}.each`, Declared>;
};

/** What a sync did, of the first and of the next ones. */
const synced = <P extends string>(prefix: P, group: string) =>
  ({
    [`${prefix}.seconds`]: { group, name: 'wall time of the run', unit: 's' },
    [`${prefix}.fetched`]: { group, name: 'records read', unit: '', better: 'neither' },
    [`${prefix}.batches`]: { group, name: 'batches (one transaction each)', unit: '', better: 'neither' },
  }) as Record<`${P}.${'seconds' | 'fetched' | 'batches'}`, Declared>;

/**
 * Every figure that the bench takes, by its id: first the part, then what it is. In one file, however long it is: what
 * has to be reached is found and changed in one place.
 */
export const DECLARED = {
  'start.empty': { group: 'Start', name: 'time to ready, all migrations to run', unit: 'ms' },
  'start.head': {
    group: 'Start',
    name: 'time to ready, database at head',
    unit: 'ms',
    goals: [atMost(3_000, 'median')],
  },
  'start.embedded': {
    group: 'Start',
    name: 'time to ready, embedded database from nothing',
    unit: 'ms',
    goals: [atMost(5_000, 'median')],
    limit: 'PostgreSQL as WebAssembly: making the cluster, then all migrations',
  },
  'start.memory': {
    group: MEMORY,
    name: 'idle, 1.5 s after it is ready',
    unit: 'MiB',
    goals: [atMost(200, 'median')],
  },

  'sync.first.rate': {
    group: FIRST_SYNC,
    name: 'messages',
    unit: '1/s',
    better: 'more',
    floor: 'bulk writer of the same rows',
    goals: [atLeastTimes(0.5, 'median'), atLeast(3_000, 'median')],
  },
  'sync.slow.rate': {
    group: FIRST_SYNC,
    name: 'messages, where each answer of the vendor takes {0} ms',
    unit: '1/s',
    better: 'more',
    goals: [atLeast(2_000, 'median')],
  },
  ...synced('sync.first', FIRST_SYNC),
  'sync.first.requests': { group: FIRST_SYNC, name: 'requests', unit: '' },
  'sync.first.written': { group: FIRST_SYNC, name: 'rows written', unit: '', better: 'neither' },
  'sync.first.processor': { group: FIRST_SYNC, name: 'processor time for 10,000 messages', unit: 's' },
  'sync.next.rate': { group: NEXT_SYNC, name: 'messages of the source ÷ seconds', unit: '1/s', better: 'more' },
  ...synced('sync.next', NEXT_SYNC),
  'sync.next.requests': {
    group: NEXT_SYNC,
    name: 'requests',
    unit: '',
    floor: 'requests for a tenth of the conversations',
    goals: [anywhere(atMostTimes(1, 'max'))],
  },
  'sync.next.written': { group: NEXT_SYNC, name: 'rows written', unit: '', goals: [anywhere(atMost(0, 'max'))] },
  'sync.memory.idle': { group: MEMORY, name: 'idle, 1.5 s after the first project', unit: 'MiB' },
  'sync.memory.peak': { group: MEMORY, name: 'peak until the end of a first sync', unit: 'MiB' },
  'sync.memory.after': { group: MEMORY, name: 'right after a first sync', unit: 'MiB' },

  'growth.memory': {
    group: MEMORY,
    name: 'growth from the first to the last batch of a long first sync',
    unit: 'MiB',
    goals: [atMost(64, 'max')],
  },
  'growth.rate': { group: FIRST_SYNC, name: 'messages of a long first sync', unit: '1/s', better: 'more' },

  'embedding.openai': {
    group: 'Embedding',
    name: 'OpenAI’s protocol, the sandbox’s endpoint',
    unit: 'chunks/s',
    better: 'more',
  },
  'embedding.four': {
    group: 'Embedding',
    name: 'four projects at once, 50 ms for 100 inputs',
    unit: 'chunks/s',
    better: 'more',
    floor: 'the provider with four requests in flight',
    goals: [atLeastTimes(0.9, 'median')],
  },
  'embedding.one': {
    group: 'Embedding',
    name: 'one project, 50 ms for 100 inputs',
    unit: 'chunks/s',
    better: 'more',
    floor: 'the provider with four requests in flight',
    goals: [atLeastTimes(0.9, 'median')],
  },
  'embedding.local': { group: 'Embedding', name: 'local provider, by words', unit: 'chunks/s', better: 'more' },
  'embedding.large': { group: 'Embedding', name: 'local provider, one large project with its index', unit: 's' },

  ...searched('search.small', 'Search, small projects'),
  ...searched('search.large', 'Search, a project with an index of its own'),
  'search.full': {
    group: 'Search',
    name: 'answers with all the results that were asked for',
    unit: 'share',
    better: 'more',
    goals: [anywhere(atLeast(1, 'min'))],
  },
  'search.memory.small': { group: MEMORY, name: 'after the searches in small projects', unit: 'MiB' },
  'search.memory.large': { group: MEMORY, name: 'after the searches in the large project', unit: 'MiB' },

  ...searched('crowd', 'Search by many at once, uneven projects'),
  'crowd.full': {
    group: 'Search by many at once, uneven projects',
    name: 'answers with all the results that were asked for',
    unit: 'share',
    better: 'more',
    goals: [anywhere(atLeast(1, 'min'))],
  },
  'crowd.recall': {
    group: 'Search by many at once, uneven projects',
    name: 'recall of the first ten, projects of {0} chunks',
    unit: 'share',
    better: 'more',
    goals: [anywhere(atLeast(0.99, 'min'))],
  },

  'indexes.vector': {
    group: 'Search beside many indexes',
    name: 'vector, beside those of other projects',
    unit: 'ms',
    floor: 'the same before there were any',
    goals: [atMostTimes(1.2, 'p95')],
    limit: 'planning: PostgreSQL looks at each index of the project’s partition',
  },

  'lexical.answer': {
    group: 'Search by words in a large project',
    name: 'HTTP',
    unit: 'ms',
    floor: 'its statement, bare',
    goals: [atMost(40, 'p95')],
    limit: 'each common word is looked up in as many as 2,000 chunks',
  },

  'similarity.layout': { group: 'Similar cases', name: 'laying the windows out in memory', unit: 'ms' },
  'similarity.top': {
    group: 'Similar cases',
    name: 'one project, windows laid out',
    unit: 'ms',
    floor: 'brute force over sets of texts',
  },
  'similarity.differing': {
    group: 'Similar cases',
    name: 'answers that differ from brute force',
    unit: '',
    goals: [anywhere(atMost(0, 'max'))],
  },
  'similarity.read': { group: 'Similar cases', name: 'one project, windows read from the database', unit: 'ms' },
  'similarity.kept': {
    group: 'Similar cases',
    name: 'one project, windows kept and found unchanged there',
    unit: 'ms',
    goals: [atMost(50, 'p95')],
  },
  'similarity.all': { group: 'Similar cases', name: 'all projects at once, windows kept', unit: 'ms' },

  'signals.new': {
    group: 'Signals',
    name: 'signals and scores after new events, log {0}',
    unit: 'ms',
    floor: 'reading these events',
    goals: [atMost(200, 'p95')],
  },
  'signals.unchanged': { group: 'Signals', name: 'the same after none, log {0}', unit: 'ms' },

  'pipeline.backfill': { group: 'Daily pipeline', name: 'days of one project backfilled, with signatures', unit: 'ms' },
  'pipeline.some': { group: 'Daily pipeline', name: '{0} projects', unit: 'ms' },
  'pipeline.some.each': { group: 'Daily pipeline', name: '{0} projects, time of each', unit: 'ms' },
  'pipeline.some.statements': { group: 'Daily pipeline', name: '{0} projects, statements of a message', unit: '' },
  'pipeline.all': {
    group: 'Daily pipeline',
    name: 'all projects',
    unit: 'ms',
    goals: [atMost(20_000, 'median')],
  },
  'pipeline.all.each': {
    group: 'Daily pipeline',
    name: 'all projects, time of each',
    unit: 'ms',
    floor: 'time of each of {0}',
    goals: [atMostTimes(1.2, 'median')],
  },
  'pipeline.all.statements': { group: 'Daily pipeline', name: 'all projects, statements of a message', unit: '' },

  'models.learn': { group: 'The week’s forecast models', name: 'all three models and their thresholds', unit: 'ms' },
  'models.held': {
    group: 'The week’s forecast models',
    name: 'longest that anything else in the process waits',
    unit: 'ms',
  },

  'reads.rate': {
    group: 'Authenticated reads',
    name: 'GET /kag/events, {0} clients',
    unit: '1/s',
    better: 'more',
    floor: 'an Express route with the session’s statement and the list’s',
    goals: [atLeastTimes(0.6, 'median')],
  },
  'reads.answer': {
    group: 'Authenticated reads',
    name: 'GET /kag/events, one of {0} clients',
    unit: 'ms',
    floor: 'the Express route',
  },
  'reads.session': {
    group: 'Authenticated reads',
    name: 'statements for the session, of a request',
    unit: '',
    goals: [anywhere(atMost(1, 'max'))],
  },
  'reads.statements': { group: 'Authenticated reads', name: 'all statements of a request', unit: '' },

  'jobs.pickup': {
    group: 'Jobs',
    name: 'from the request to the run’s start, {0} jobs a second',
    unit: 'ms',
    goals: [atMost(250, 'p99')],
  },
  'jobs.looks': {
    group: 'Jobs',
    name: 'statements that look for work, of a worker that has none',
    unit: '1/s',
    goals: [anywhere(atMost(2, 'median'))],
  },
  'jobs.idle': {
    group: 'Jobs',
    name: 'all statements of that worker',
    unit: '1/s',
    limit: 'the queue looks for workers that died every five seconds',
  },

  'metrics.query': { group: '/metrics, METRICS_PER_PROJECT={0}', name: 'query of {1}', unit: 'ms' },
  'metrics.first': { group: '/metrics, METRICS_PER_PROJECT={0}', name: 'scrape, the first of a process', unit: 'ms' },
  'metrics.cached': { group: '/metrics, METRICS_PER_PROJECT={0}', name: 'scrape, figures at hand', unit: 'ms' },
  'metrics.processor': {
    group: '/metrics, METRICS_PER_PROJECT={0}',
    name: 'processor time of the server for it, mean of each round',
    unit: 'ms',
  },
  'metrics.stale': {
    group: '/metrics, METRICS_PER_PROJECT={0}',
    name: 'scrape that starts a new sample',
    unit: 'ms',
  },
  'metrics.size': { group: '/metrics, METRICS_PER_PROJECT={0}', name: 'size', unit: 'KiB' },

  'diagnosis.first': { group: 'Diagnosis', name: 'a busy project, for the first time', unit: 'ms' },
  'diagnosis.busy': { group: 'Diagnosis', name: 'a busy project', unit: 'ms' },
  'diagnosis.other': { group: 'Diagnosis', name: 'another project', unit: 'ms' },

  'wall.held': { group: 'The wall between projects', name: '{0}', unit: 'ms', floor: 'without it' },
  'wall.each': { group: 'The wall between projects', name: '{0}, with ÷ without, by turns', unit: '×' },

  'portfolio.answer': {
    group: 'Portfolio',
    name: 'GET /portfolio',
    unit: 'ms',
    floor: 'its five statements, bare',
    goals: [atMostTimes(1.5, 'p95')],
  },
  'portfolio.requests': {
    group: 'Portfolio',
    name: 'requests until all projects are there',
    unit: '',
    goals: [anywhere(atMost(1, 'max'))],
  },
  'portfolio.statements': {
    group: 'Portfolio',
    name: 'statements of a request, BEGIN and COMMIT among them',
    unit: '',
    goals: [anywhere(atMost(12, 'max'))],
  },
  'portfolio.size': {
    group: 'Portfolio',
    name: 'answer, packed by gzip',
    unit: 'KiB',
    goals: [anywhere(atMost(60, 'max'))],
  },

  'sizes.row': { group: 'Bytes in the database', name: '{0}, with its indexes', unit: 'B' },
  'sizes.index': { group: 'Bytes in the database', name: 'a chunk in its project’s vector index', unit: 'B' },
  'sizes.empty': { group: 'Bytes in the database', name: 'all of it, without a row', unit: 'MiB' },
  'sizes.runs': {
    group: 'Bytes in the database',
    name: 'runs that the schedule begins for a project in a day',
    unit: '',
    better: 'neither',
  },
} as const satisfies Record<string, Declared>;

export type FigureId = keyof typeof DECLARED;
