import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const REVALIDATED = 'kag:revalidated';
export const X_REVALIDATED = 'x-kag-revalidated';

/** Which version of something a payload tells. */
export type VersionOf = (payload: never) => string;

/**
 * This route answers 304 where `If-None-Match` names what it would answer (etag.interceptor.ts). `versionOf`: the name
 * begins with the version, by which a change can say what it was made of (if-match.ts).
 */
export const Revalidated = (versionOf?: VersionOf) =>
  applyDecorators(SetMetadata(REVALIDATED, { versionOf }), ApiExtension(X_REVALIDATED, true));
