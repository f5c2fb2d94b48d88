import { IsUUID } from 'class-validator';

/** The field holds an id. */
export const IsUuid = (): PropertyDecorator => IsUUID(undefined, { message: 'must be a uuid' });
