/** Reads several values of a query: repeated, or with commas between them. */
export const toList = ({ value }: { value: unknown }): unknown[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one) =>
    typeof one === 'string' ? one.split(',') : [one],
  );
