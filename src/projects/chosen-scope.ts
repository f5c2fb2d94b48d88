import { AppError } from '../common/app-error.js';
import { validationFailed } from '../http/index.js';
import { DEFAULT_SCOPE, type HeldScope } from './memberships.js';

/**
 * The account scope to which a user's new project goes: one of theirs, or what a new one is called. `named` is what the
 * user calls it, or its id.
 * @throws AppError `forbidden` where the user is not its admin, `validation_failed` where it is unclear which is meant
 */
export function chosenScope(own: readonly HeldScope[], named: string | undefined): HeldScope | { called: string } {
  const called = named?.toLowerCase();
  const scope = called === undefined ? unsaid(own) : (namedScope(own, called) ?? { called });
  if ('role' in scope && scope.role !== 'admin') {
    throw new AppError('forbidden', `This needs the role admin in the account scope; yours is ${scope.role}`);
  }
  return scope;
}

/** Of several with one name, the only one that the user administers. */
function namedScope(own: readonly HeldScope[], named: string): HeldScope | null {
  const fitting = own.filter(({ id, called }) => id === named || called === named);
  const administered = fitting.filter(({ role }) => role === 'admin');
  if (administered.length > 1) throw unclear('names several of your account scopes; name one by its id', administered);
  return administered[0] ?? fitting[0] ?? null;
}

/** The only one that the user administers; of several the default one. */
function unsaid(own: readonly HeldScope[]): HeldScope {
  const administered = own.filter(({ role }) => role === 'admin');
  const scope = administered.length === 1 ? administered[0] : administered.find(({ key }) => key === DEFAULT_SCOPE.key);
  if (scope) return scope;
  throw unclear('must name one of your account scopes, by its key or its id', administered);
}

const unclear = (problem: string, scopes: readonly HeldScope[]) =>
  validationFailed([
    {
      path: 'account_scope_key',
      problem: `${problem}: ${scopes.map(({ id, called }) => `${called} (${id})`).join(', ')}`,
    },
  ]);
