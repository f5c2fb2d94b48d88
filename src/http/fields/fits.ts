import { ValidateBy } from 'class-validator';

/**
 * A rule of our own for one field.
 * @param name the rule's name among those of the field
 * @param fits whether the value keeps the rule; `body` is the object that the field belongs to
 */
export const Fits = <Body extends object>(
  name: string,
  message: string,
  fits: (value: unknown, body: Partial<Body>) => boolean,
): PropertyDecorator =>
  ValidateBy(
    { name, validator: { validate: (value: unknown, given) => fits(value, given?.object ?? {}) } },
    { message },
  );
