import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOperation } from '@nestjs/swagger';
import type { ErrorCode } from '../common/app-error.js';

export const EXAMPLE = 'x-kag-example';
export const ERRORS = 'x-kag-errors';
export const TRIGGER = 'x-kag-trigger';

export interface OperationText {
  /** One line: what the route does. */
  summary: string;
  /** More, where one line is not enough. */
  description?: string;
  /** The payload of a successful answer, without the envelope; its schema is read off it. */
  example: Record<string, unknown>;
  /** Failures of this route's own, beside those that its marks bring (see openapi.ts). */
  errors?: ErrorCode[];
}

/** Documents a route; roles, common failures and the envelope are added from its other marks. */
export function Operation({ summary, description, example, errors = [] }: OperationText): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, ...(description === undefined ? {} : { description }) }),
    ApiExtension(EXAMPLE, example),
    ApiExtension(ERRORS, errors),
  );
}
