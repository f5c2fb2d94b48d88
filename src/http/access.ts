import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { requestProject, requestUser, type Role } from './request-context.js';

export const ACCESS = 'kag:access';
export const PROJECT_SCOPED = 'kag:project-scoped';
export const WHILE_LEAVING = 'kag:while-leaving';
export const X_WHILE_LEAVING = 'x-kag-while-leaving';
export const RAW_RESPONSE = 'kag:raw-response';
export const MEDIA_TYPE = 'x-kag-media-type';

/** Who may call a route. A route without a mark is refused to everybody, so that none is open by forgetting. */
export type AccessMark = 'public' | Role;

/** Anybody may call this route. */
export const Public = () => mark('public');

/** Users with this role or a higher one may call this route. */
export const Access = (role: Role) => mark(role);

/**
 * This route is about one project: the session's, or the one that a `project_id` parameter names. `whileLeaving`: it also
 * answers while data that the project no longer reads from is being removed, since it tells nothing of that data.
 */
export const ProjectScoped = ({ whileLeaving = false } = {}) =>
  applyDecorators(
    SetMetadata(PROJECT_SCOPED, true),
    ApiExtension('x-kag-project', true),
    SetMetadata(WHILE_LEAVING, whileLeaving),
    ApiExtension(X_WHILE_LEAVING, whileLeaving),
  );

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
