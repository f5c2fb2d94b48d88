import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { Request } from 'express';
import { validationFailed } from './validation.js';

// Nest's numbers for parameter kinds, which it does not export under a public name.
const BODY = 3;
const QUERY = 4;

/** Names that the validation pipe drops without a word: every object has them, or they would change its prototype. */
const isNeverAField = (name: string) => name in Object.prototype || name === 'prototype';

/**
 * Refuses what the validation pipe doesn't see: bodies and queries sent to a handler that declares none, and names
 * that it drops. An unknown field that is silently ignored is a mistake that stays unseen.
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
      ...(declares(QUERY) ? neverFields(request.query, '') : []),
      ...(declares(BODY) ? neverFields(request.body, '') : []),
    ];
    if (undeclared.length > 0)
      throw validationFailed(undeclared.map((path) => ({ path, problem: 'is not a known field' })));
    return true;
  }
}

/** Paths of such names, at any depth: how deep a body can be is bounded where it is read. */
function neverFields(value: unknown, prefix: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    isNeverAField(name) && !Array.isArray(value) ? [prefix + name] : neverFields(inner, `${prefix}${name}.`),
  );
}
