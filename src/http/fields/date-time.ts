import { IsDate } from 'class-validator';

/** `new Date` alone takes '1' for the year 2001. */
const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;

/** The field holds a moment, or the first moment of a day. */
export const IsDateTime = (): PropertyDecorator =>
  IsDate({ message: 'must be a date, or a date and time with its zone, in ISO 8601' });

/** Reads a date, or a date and time with its zone; other values stay as they are and fail `@IsDateTime`. */
export const toDateTime = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && ISO.test(value) ? new Date(value) : value;
