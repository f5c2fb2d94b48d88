import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { validationFailed } from './validation.js';

export const X_GUARDED = 'x-kag-guarded';

const TAG = /^(?:W\/)?"([\w-]+)(?:\.[\w-]+)?"$/;
const BAD = 'must be one ETag, the version in double quotes, or *';

/**
 * The name of an answer. A weak one: the bytes differ by the request id, and by how they are packed. What it begins
 * with is the version of what is told; what follows are the words, which differ by language and with each refresh.
 */
export const versionTag = (version: string | undefined, digest: string): string =>
  version === undefined ? `W/"${digest}"` : `W/"${version}.${digest}"`;

/**
 * The version that `If-Match` names; null: any.
 * @throws AppError `validation_failed` for what names none.
 */
export function versionIn(header: string | undefined): string | null {
  if (header === undefined || header.trim() === '*') return null;
  const version = TAG.exec(header.trim())?.[1];
  if (version === undefined) throw validationFailed([{ path: 'If-Match', problem: BAD }]);
  return version;
}

/** The version that a change was made of, as a handler's parameter; null: any. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  versionIn(context.switchToHttp().getRequest<Request>().headers['if-match']),
);

/** A change by this route may say of which version it was made, and is refused where that is not the present one. */
export const Guarded = () =>
  applyDecorators(
    ApiExtension(X_GUARDED, true),
    ApiHeader({
      name: 'If-Match',
      required: false,
      schema: { type: 'string' },
      description: 'The `ETag` of what the change was made of, or its `version` in double quotes: else 412. Unset: any',
    }),
  );
