import { IsBoolean } from 'class-validator';

/** The field holds true or false. */
export const IsTrueOrFalse = (): PropertyDecorator => IsBoolean({ message: 'must be true or false' });

/** Reads true and false in a query; other values stay as they are and fail `@IsTrueOrFalse`. */
export const toBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;
