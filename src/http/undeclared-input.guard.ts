import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { Request } from 'express';
import { validationFailed } from './validation.js';

// Nest's numbers for parameter kinds, which it does not export under a public name.
const BODY = 3;
const QUERY = 4;

/**
 * Refuses bodies and queries sent to a handler that declares none: the validation pipe sees declared input only, and
 * an unknown field that is silently ignored is a mistake nobody notices.
 */
@Injectable()
export class UndeclaredInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
      {}) as object;
    const declares = (kind: number) => Object.keys(declared).some((key) => key.startsWith(`${kind}:`));
    const undeclared = [
      ...(declares(QUERY) ? [] : Object.keys(request.query)),
      ...(declares(BODY) ? [] : Object.keys((request.body as object | undefined) ?? {})),
    ];
    if (undeclared.length > 0)
      throw validationFailed(undeclared.map((path) => ({ path, problem: 'is not a known field' })));
    return true;
  }
}
