import { flagsOf } from '../../src/common/feature-flags.js';
import { CONNECTORS } from '../../src/connectors/core/contract.js';
import { AREAS, type Area } from '../../src/jobs/domain/areas.js';
import type { AnyJobDefinition } from '../../src/jobs/job-definition.js';
import { jobDefinitions } from '../jobs.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';
import { AREA_TABLES } from './areas.js';

const INTRODUCTION = `
All work that is not an answer to a request is a **run** of a job in a project. \`GET /jobs/scheduler\` shows when each is
due, \`GET /jobs/runs\` what came of it.

- **every**: how often the schedule runs it in each project; – where only people, other jobs or webhooks do. Jobs that go
  **together** have runs of their own in each project, and their statements are made for many projects at once.
- **limit**: after which a run is told to stop. Of jobs that go together it is the limit of all that go at once.
- **starts**: the jobs that it may want to follow it, queued with the end of its own run, and those that it runs as parts
  of its own.
- **switched off by**: its runs are skipped where one of these is \`false\`; for \`RECOMMENDATIONS_PHRASING\`, \`off\`;
  for \`DETECTORS\`, \`local\`.

What jobs read and write is said by areas; the tables of each are below. That each run writes its own row, and the events
that tell of it, goes without saying. A test runs jobs and holds their statements to these areas.
`;

const UNITS = [
  ['week', 604_800],
  ['day', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;

function lasting(seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => seconds % length === 0) ?? ['s', 1];
  return `${seconds / length} ${unit}`;
}

/** Jobs that are the same but for the vendor stand in one row. */
interface Row {
  types: string[];
  cells: string[];
}

const areas = (of: readonly Area[]): string => of.join(', ') || '–';

const rowsOf = (jobs: readonly AnyJobDefinition[]): Row[] => {
  const rows = new Map<string, Row>();
  for (const job of jobs) {
    const vendor = CONNECTORS.find((name) => job.type.startsWith(`${name}_`));
    const cells = cellsOf(job).map((cell) => (vendor === undefined ? cell : ofAnyVendor(cell, vendor)));
    const row = rows.get(cells.join()) ?? { types: [], cells };
    row.types.push(job.type);
    rows.set(cells.join(), row);
  }
  return [...rows.values()];
};

const ofAnyVendor = (text: string, vendor: string): string =>
  text.replaceAll(`${vendor}_`, '<vendor>_').replaceAll(vendor, 'the vendor');

function cellsOf(job: AnyJobDefinition): string[] {
  const {
    title,
    cadenceSeconds,
    timeoutSeconds,
    reads,
    writes,
    feature,
    switchedOnBy,
    followUps = [],
    starts = [],
  } = job;
  const flags = [
    ...(feature === undefined ? [] : flagsOf(feature)),
    ...(switchedOnBy === undefined ? [] : [switchedOnBy]),
  ];
  const together = job.runTogether === undefined ? '' : ', together';
  return [
    title,
    cadenceSeconds === null ? '–' : lasting(cadenceSeconds) + together,
    lasting(timeoutSeconds),
    areas(reads),
    areas(writes),
    code([...followUps, ...starts]),
    code(flags),
  ];
}

/** docs/contract/jobs.md. */
export const jobsPage: GeneratedFile = {
  path: 'docs/contract/jobs.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Jobs',
      INTRODUCTION,
      table(
        ['job', 'what it does', 'every', 'limit', 'reads', 'writes', 'starts', 'switched off by'],
        rowsOf(jobDefinitions()).map(({ types, cells }) => [code(types), ...cells]),
      ),
      '## Areas',
      table(
        ['area', 'tables'],
        AREAS.map((area) => [area, code(AREA_TABLES[area])]),
      ),
    ].join('\n\n'),
};
