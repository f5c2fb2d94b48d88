/** A project's day and up to which moment of it is looked. */
export interface ProjectDay {
  project_id: string;
  /** UTC day, YYYY-MM-DD. */
  day: string;
  as_of: Date;
}

/** The days as three parameters for `wanted`, in their order. */
export const dayParameters = (days: readonly ProjectDay[]): [string[], string[], string[]] => [
  days.map((one) => one.project_id),
  days.map((one) => one.day),
  days.map((one) => one.as_of.toISOString()),
];

/** The days as rows: `n` is their place in the list, from 1. */
export const WANTED = `wanted AS MATERIALIZED (
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) WITH ORDINALITY AS w (project_id, day, as_of, n))`;
