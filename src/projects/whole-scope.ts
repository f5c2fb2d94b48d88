import { AppError } from '../common/app-error.js';
import { withinWholeScopes } from '../database/index.js';
import { knowsOneProject } from '../http/index.js';

/**
 * Does work of a request over all projects of the active project's account scope.
 * @throws AppError `forbidden` for a token that is limited to one project: it knows no other
 */
export function overWholeScope<T>(work: () => T): T {
  if (knowsOneProject())
    throw new AppError('forbidden', 'This token is limited to one project: ask without all_projects');
  return withinWholeScopes(work);
}
