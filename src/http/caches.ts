import type { NextFunction, Request, Response } from 'express';

/** The pages and their files, which are the same for everybody. */
const FOR_EVERYBODY = /^\/(?:docs|inbox|ops|ui|openapi\.json)(?:\/|$)/;
/** An address below a page's that does not lead to a page. */
const FOR_PEOPLE = /^\/(?:inbox|ops)\/./;

/** Keeps answers out of the caches of browsers and proxies: they hold what people wrote, or who they are. */
export function keepOutOfCaches(request: Request, response: Response, next: NextFunction): void {
  if (!FOR_EVERYBODY.test(request.path) || FOR_PEOPLE.test(request.path))
    response.setHeader('cache-control', 'no-store');
  next();
}
