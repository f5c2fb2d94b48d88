import type { FieldProblem } from '../../common/app-error.js';
import type { ConnectorName } from './connectors.js';

/** Narrows a source to some of its objects: names of id lists, as each connector knows them. */
export type SourceFilter = Record<string, (string | number)[]>;

/** A binding with its credentials opened, for the connector that uses it. */
export interface OpenSource {
  externalId: string | null;
  filter: SourceFilter;
  /** Null: the environment's token applies. */
  apiToken: string | null;
}

/** A kind of id, and what a list of them is said to hold. */
export interface IdKind {
  fits: (value: unknown) => boolean;
  holds: string;
}

/**
 * What a binding to a vendor may say. External ids become parts of its URLs, so nothing passes that could lead a
 * request elsewhere.
 */
export interface BindingShape {
  externalId: IdKind;
  filter: Readonly<Record<string, IdKind>>;
}

const MAX_IDS = 500;
const VENDOR_ID = /^[A-Za-z0-9_-]{1,100}$/;
/** A name of dots alone would lead elsewhere as a part of a path. */
const OWNED_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
const GREATEST_INT = 2_147_483_647;

/** The kinds of id that vendors have. */
export const WHOLE_NUMBER: IdKind = {
  fits: (value) => typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= GREATEST_INT,
  holds: 'whole numbers',
};
export const WORD: IdKind = {
  fits: (value) => typeof value === 'string' && VENDOR_ID.test(value),
  holds: 'ids of letters, digits, _ and -',
};
export const OWNER_AND_NAME: IdKind = {
  fits: (value) => typeof value === 'string' && OWNED_NAME.test(value),
  holds: 'repositories as owner/name',
};

/** Several ids in one text. */
export const oneOrMore = (kind: IdKind, holds: string): IdKind => ({
  fits: (value) => typeof value === 'string' && value.split(/\s*,\s*/).every((one) => kind.fits(one)),
  holds: `${holds}, between commas where there are several`,
});

/** What is wrong with a binding to this connector; empty when it is fine. */
export function bindingProblems(
  connector: ConnectorName,
  shape: BindingShape,
  binding: { external_id: string | null; filter: Record<string, unknown> },
): FieldProblem[] {
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
    else if (!Array.isArray(value) || value.length > MAX_IDS || !value.every((one) => kind.fits(one))) {
      problems.push({ path, problem: `must be a list of at most ${MAX_IDS} ${kind.holds}` });
    }
  }
  return problems;
}
