import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { etagInterceptor, type VersionOf } from './etag.interceptor.js';

export const X_REVALIDATED = 'x-kag-revalidated';

/** This route answers 304 where `If-None-Match` names what it would answer; `versionOf`: see etag.interceptor.ts. */
export const Revalidated = (versionOf?: VersionOf) =>
  applyDecorators(UseInterceptors(etagInterceptor(versionOf)), ApiExtension(X_REVALIDATED, true));
