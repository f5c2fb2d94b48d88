import { z } from 'zod';

// Fields that describe a record without deciding what it is, where it belongs or when it was. One that comes in another
// form than is known, or not at all, refuses no record: what can be understood is, and `data` keeps it as it came.

/** What is missing is as good as null. */
const anything = z.unknown().optional();

/** A text, or a number as one. */
export const text = anything.transform((value): string | null => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
});

/** A number, or a text that is one. */
export const number = anything.transform((value): number | null => {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : null;
});

/**
 * Whether something is so. Only a form of "no" is no where `or` is true, and only a form of "yes" is yes where it is
 * false.
 */
export const flag = (or = false) =>
  anything.transform((value): boolean => {
    if (value === null || value === undefined) return false;
    const read = typeof value === 'string' ? value.trim().toLowerCase() : value;
    if (read === true || read === 1 || read === 'true' || read === '1') return true;
    return read === false || read === 0 || read === 'false' || read === '0' || read === '' ? false : or;
  });

/** Those items of a list that can be read; an empty list where it is not a list. */
export const items = <T extends z.ZodType>(item: T) =>
  anything.transform((value): z.output<T>[] => {
    const list: unknown[] = Array.isArray(value) ? value : [];
    return list.flatMap((each) => {
      const read = item.safeParse(each);
      return read.success ? [read.data] : [];
    });
  });

/** The id of what a record belongs to: in another form it does not say whose the record is. */
export const tie = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
