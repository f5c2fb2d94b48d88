export {
  ACCESS,
  Access,
  FROM_REPLICA,
  FromReplica,
  LIMITED,
  Limited,
  PROJECT_SCOPED,
  Project,
  ProjectInPath,
  ProjectScoped,
  Public,
  RAW_RESPONSE,
  RawResponse,
  SHOWN_ONCE,
  ShownOnce,
  SIGNED_IN_ONLY,
  SignedInOnly,
  User,
  WHILE_LEAVING,
  WITH_UNREADY_ACCOUNT,
  WithUnreadyAccount,
  type AccessMark,
  type LimitedKind,
  type ProjectMark,
} from './access.js';
export { configureHttp, serveDocs } from './configure-app.js';
export { CursorInterceptor } from './cursor.interceptor.js';
export { EnvelopeInterceptor } from './envelope.interceptor.js';
export { EtagInterceptor } from './etag.interceptor.js';
export { IsTrueOrFalse, toBoolean } from './fields/boolean.js';
export { IsCount } from './fields/count.js';
export { IsDateTime, toDateTime } from './fields/date-time.js';
export { IsDay } from './fields/day.js';
export { Fits } from './fields/fits.js';
export { Language, LanguageQuery } from './fields/language.js';
export { toList } from './fields/list.js';
export { IsOneOf } from './fields/one-of.js';
export { storable, trimmed } from './fields/stored-text.js';
export { IsUuid } from './fields/uuid.js';
export { Guarded, IfMatch } from './if-match.js';
export { createLogger, NestLogger } from './logging.js';
export { documented, Operation, RUNNING, TRIGGER, type OperationText } from './operation.js';
export {
  absent,
  anyObject,
  decimal,
  either,
  emptyList,
  mapOf,
  named,
  oneOf,
  optional,
  orNull,
  text,
  underEach,
} from './marks.js';
export { MAX_PAGE, NEXT_CURSOR, PageQuery } from './page.js';
export { openApiDocument } from './openapi.js';
export { pings } from './pings.js';
export { ProblemFilter, sendProblem } from './problem.filter.js';
export { PROBLEMS } from './problem-status.js';
export {
  currentContext,
  knowsOneProject,
  requestContext,
  requestProject,
  requestUser,
  type ActiveProject,
  type Credential,
  type Principal,
  type RequestContext,
  type Unready,
} from './request-context.js';
export { QueryFlag } from './query-flag.js';
export { Revalidated } from './revalidated.js';
export { rawBodyOf } from './request.middleware.js';
export { highestRole, lowestRole, reaches, roleIn, ROLES, scopesWith, type Membership, type Role } from './roles.js';
export { ScopeQuery } from './scope-query.js';
export type { AnsweredLater } from './undocumented.js';
export { UndeclaredInputGuard } from './undeclared-input.guard.js';
export { IfGiven, validationFailed, validationPipe } from './validation.js';
