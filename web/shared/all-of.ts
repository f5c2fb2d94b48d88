/**
 * The values of a union in the order in which `named` has them. One that is missing does not compile: a new value of
 * the published document has to be named here first.
 */
export const allOf = <Value extends string>(named: Readonly<Record<Value, true>>): readonly Value[] =>
  Object.keys(named) as Value[];
