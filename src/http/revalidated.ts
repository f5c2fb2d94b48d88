import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { EtagInterceptor } from './etag.interceptor.js';

export const X_REVALIDATED = 'x-kag-revalidated';

/** This route answers 304 where `If-None-Match` names what it would answer. */
export const Revalidated = () => applyDecorators(UseInterceptors(EtagInterceptor), ApiExtension(X_REVALIDATED, true));
