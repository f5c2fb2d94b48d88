import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { requestProject, requestUser, type Unready } from './request-context.js';
import type { Role } from './roles.js';

export const ACCESS = 'kag:access';
export const PROJECT_SCOPED = 'kag:project-scoped';
export const WHILE_LEAVING = 'kag:while-leaving';
export const X_WHILE_LEAVING = 'x-kag-while-leaving';
export const SIGNED_IN_ONLY = 'kag:signed-in-only';
export const WITH_UNREADY_ACCOUNT = 'kag:with-unready-account';
export const SHOWN_ONCE = 'kag:shown-once';
export const LIMITED = 'kag:limited';
export const X_LIMITED = 'x-kag-limited';
export const X_SIGNED_IN_ONLY = 'x-kag-signed-in-only';
export const FROM_REPLICA = 'kag:from-replica';
export const RAW_RESPONSE = 'kag:raw-response';
export const MEDIA_TYPE = 'x-kag-media-type';

/**
 * Who may call a route. A route without a mark is refused to everybody, so that none is open by forgetting.
 *
 * Roles are per account scope, and a role of one scope never acts in another:
 * - A route about a project needs its role in the project's scope.
 * - A route about no project is open to users who have its role in any scope. It shows and changes only what lies in
 *   the scopes where they have that role.
 */
export type AccessMark = 'public' | Role;

/** Anybody may call this route. */
export const Public = () => mark('public');

/** Users with this role or a higher one may call this route; see AccessMark for where they need it. */
export const Access = (role: Role) => mark(role);

/** Where a route's project is named: in the session or a `project_id` parameter, or as `:id` in its path. */
export type ProjectMark = 'active' | 'path';

/**
 * This route is about one project: the session's, or the one that a `project_id` parameter names. `whileLeaving`: it
 * also answers while data that the project no longer reads from is being removed, since it tells nothing of that data.
 */
export const ProjectScoped = ({ whileLeaving = false } = {}) =>
  applyDecorators(
    SetMetadata(PROJECT_SCOPED, 'active' satisfies ProjectMark),
    ApiExtension('x-kag-project', true),
    SetMetadata(WHILE_LEAVING, whileLeaving),
    ApiExtension(X_WHILE_LEAVING, whileLeaving),
  );

/**
 * This route is about the project that `:id` in its path names: about itself, unless `whileLeaving` says that it tells
 * of the project's data.
 */
export const ProjectInPath = ({ whileLeaving = true } = {}) =>
  applyDecorators(SetMetadata(PROJECT_SCOPED, 'path' satisfies ProjectMark), SetMetadata(WHILE_LEAVING, whileLeaving));

/**
 * Only people with a session may call this route: a token that leaks must not make itself a password or another token.
 */
export const SignedInOnly = () =>
  applyDecorators(SetMetadata(SIGNED_IN_ONLY, true), ApiExtension(X_SIGNED_IN_ONLY, true));

/** This route is open already while an account misses this: it is how it comes by it. */
export const WithUnreadyAccount = (missing: Unready) => SetMetadata(WITH_UNREADY_ACCOUNT, missing);

/** The answer holds a secret that is shown this once: it is not kept for a repeat of the request. */
export const ShownOnce = () => SetMetadata(SHOWN_ONCE, true);

/** What one user can ask for only so often. */
export type LimitedKind = 'search' | 'trigger' | 'stream';

/** Calls of this route count towards the user's limit of this kind. */
export const Limited = (kind: LimitedKind) =>
  applyDecorators(SetMetadata(LIMITED, kind), ApiExtension(X_LIMITED, kind));

/**
 * What this route tells may be read from a standby of the database, some seconds old save for changes by who asks. Its
 * handler only reads. A route without this mark, and all that guards do, is the primary's.
 */
export const FromReplica = () => SetMetadata(FROM_REPLICA, true);

/** The handler's answer is sent as it is, without the envelope, and is of this media type. */
export const RawResponse = (mediaType: string) =>
  applyDecorators(SetMetadata(RAW_RESPONSE, true), ApiExtension(MEDIA_TYPE, mediaType));

/** The active project, as a handler's parameter. */
export const Project = createParamDecorator(() => requestProject());

/** The signed-in user, as a handler's parameter. */
export const User = createParamDecorator(() => requestUser());

function mark(who: AccessMark) {
  return applyDecorators(SetMetadata(ACCESS, who), ApiExtension('x-kag-access', who));
}
