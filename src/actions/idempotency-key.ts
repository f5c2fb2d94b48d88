import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { validationFailed } from '../http/index.js';

/**
 * The key of the request, as a handler's parameter.
 * @throws AppError `validation_failed` without one
 */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<Request>().get('idempotency-key');
  if (key === undefined)
    throw validationFailed([{ path: 'Idempotency-Key', problem: 'is needed: a text of your own for this one action' }]);
  return key;
});

/** This route asks for a key, and a repeat under it makes nothing new, however late it comes. */
export const Keyed = () =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', example: 'b0a3f6de-6f0a-4d39-9f64-0d8f4c1c2a77' },
      description: 'A text of your own for this one action: a repeat with it makes no second one',
    }),
  );
