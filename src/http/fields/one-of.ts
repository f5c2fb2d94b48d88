import { IsIn } from 'class-validator';

/** The field holds one of these values; with `each`, a list of them. */
export const IsOneOf = (values: readonly (string | number)[], { each = false } = {}): PropertyDecorator =>
  IsIn(values, { message: `must be one of ${values.join(', ')}`, each });
