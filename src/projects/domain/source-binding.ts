import type { FieldProblem } from '../../common/app-error.js';

export const CONNECTORS = ['chatwoot', 'linear', 'attio', 'github'] as const;
export type Connector = (typeof CONNECTORS)[number];

/** Narrows a source to some of its objects: names of id lists, as each connector knows them. */
export type SourceFilter = Record<string, (string | number)[]>;

/** A binding with its credentials opened, for the connector that uses it. */
export interface OpenSource {
  externalId: string | null;
  filter: SourceFilter;
  /** Null: the environment's token applies. */
  apiToken: string | null;
}

const MOST_IDS = 500;
const VENDOR_ID = /^[A-Za-z0-9_-]{1,100}$/;
/** Owner and name; a name of dots alone would lead elsewhere as a part of a path. */
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
const GREATEST_INT = 2_147_483_647;

const wholeNumber = {
  fits: (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= GREATEST_INT,
  holds: 'whole numbers',
};
const vendorId = {
  fits: (value: unknown) => typeof value === 'string' && VENDOR_ID.test(value),
  holds: 'ids of letters, digits, _ and -',
};

const repository = {
  fits: (value: unknown) => typeof value === 'string' && REPOSITORY.test(value),
  holds: 'repositories as owner/name',
};

/**
 * What a binding may say, for each connector. External ids become parts of vendor URLs, so nothing passes that could
 * lead a request elsewhere.
 */
const SHAPES: Record<
  Connector,
  { externalId: { fits(id: string): boolean; holds: string }; filter: Record<string, typeof vendorId> }
> = {
  chatwoot: {
    externalId: { fits: (id) => /^[1-9]\d{0,9}$/.test(id), holds: 'the number of a Chatwoot account, as text' },
    filter: { inbox_ids: wholeNumber },
  },
  linear: {
    externalId: { fits: vendorId.fits, holds: 'the id of a Linear workspace' },
    filter: { team_ids: vendorId, project_ids: vendorId },
  },
  attio: {
    externalId: { fits: vendorId.fits, holds: 'the id of an Attio workspace' },
    filter: { company_ids: vendorId, deal_ids: vendorId },
  },
  github: {
    externalId: {
      fits: (id) => id.split(/\s*,\s*/).every(repository.fits),
      holds: 'GitHub repositories as owner/name, between commas where there are several',
    },
    filter: { repositories: repository },
  },
};

/** What is wrong with a binding to this connector; empty when it is fine. */
export function bindingProblems(
  connector: Connector,
  binding: { external_id: string | null; filter: Record<string, unknown> },
): FieldProblem[] {
  const shape = SHAPES[connector];
  const id = binding.external_id;
  const problems: FieldProblem[] = [];
  if (id !== null && !shape.externalId.fits(id)) {
    problems.push({ path: 'external_id', problem: `must be ${shape.externalId.holds}` });
  }
  for (const [name, value] of Object.entries(binding.filter)) {
    const kind = Object.hasOwn(shape.filter, name) ? shape.filter[name] : undefined;
    const path = `filter.${name}`;
    if (!kind)
      problems.push({
        path,
        problem: `is not a filter of ${connector}, which has ${Object.keys(shape.filter).join(', ')}`,
      });
    else if (!Array.isArray(value) || value.length > MOST_IDS || !value.every(kind.fits)) {
      problems.push({ path, problem: `must be a list of at most ${MOST_IDS} ${kind.holds}` });
    }
  }
  return problems;
}
