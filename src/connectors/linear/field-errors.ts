import { z } from 'zod';

/** An error of one field of an answer, by GraphQL's path to it: `['issues', 'nodes', 3, 'creator']`. */
const fieldErrorSchema = z.looseObject({
  message: z.string().catch('no message'),
  path: z.tuple([z.string(), z.literal('nodes'), z.int().nonnegative()], z.union([z.string(), z.number()])),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;
const partialSchema = z.looseObject({
  data: z.record(z.string(), z.unknown()),
  errors: z.array(fieldErrorSchema).min(1),
});

/** The errors of an answer that is whole but for some records of its lists; none for any other answer. */
export function fieldErrorsOf(body: unknown): readonly FieldError[] {
  const parsed = partialSchema.safeParse(body);
  return parsed.success ? parsed.data.errors : [];
}

/** A record of a list of which Linear could not say everything: what is missing looks like what is empty. */
export class Unresolved {
  constructor(
    readonly problem: string,
    readonly node: unknown,
  ) {}
}

/** A list's nodes; those that an error names are put in as what they are. */
export function unresolvedIn(nodes: readonly unknown[], root: string, errors: readonly FieldError[]): unknown[] {
  const problems = new Map<number, string>();
  for (const { message, path } of errors) {
    const [list, , index, ...field] = path;
    if (list === root) problems.set(index, `${field.join('.') || 'record'}: ${message}`);
  }
  return nodes.map((node, index) => {
    const problem = problems.get(index);
    return problem === undefined ? node : new Unresolved(problem, node);
  });
}
