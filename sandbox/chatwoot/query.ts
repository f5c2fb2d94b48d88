/** @returns the values of `name`, `name[]` and comma lists of either */
export function listParam(query: URLSearchParams, name: string): string[] {
  return [...query.getAll(name), ...query.getAll(`${name}[]`)]
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** @returns the number, or undefined when the parameter is absent or empty; text counts as 0, as Ruby's to_i has it */
export function intParam(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null || value === '') return undefined;
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) ? 0 : number;
}

/** @returns one page of the rows; empty past the last page, the first one for a page below 1 */
export function pageOf<T>(rows: readonly T[], page: number | undefined, size: number): T[] {
  const index = Math.max(1, page ?? 1) - 1;
  return rows.slice(index * size, (index + 1) * size);
}
