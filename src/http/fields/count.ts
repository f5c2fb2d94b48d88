import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** The field holds a whole number from 1 to `max`, also as a query gives it. */
export const IsCount =
  (max: number): PropertyDecorator =>
  (target, property) => {
    for (const rule of [
      // The last rule is checked first.
      Max(max, { message: `must be ${max} or less` }),
      Min(1, { message: 'must be 1 or more' }),
      IsInt({ message: 'must be a whole number' }),
      Type(() => Number),
    ])
      rule(target, property);
  };
