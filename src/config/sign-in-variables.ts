import {
  claimedRoles,
  cookieName,
  credentials,
  integer,
  issuer,
  origin,
  origins,
  privateJwk,
  secretList,
  text,
  token,
  words,
} from './variable.js';
import { productionSecret, secret, variable, type Variable } from './variable-row.js';

/** How people and scripts prove who they are, and what one of them may ask for. */
export const signInVariables = {
  AUTH_CREDENTIALS: variable(
    credentials(),
    null,
    'login:password of the first admin, set when this value is new; required in production',
    productionSecret,
  ),
  SESSION_SECRET: variable(
    secretList(32),
    null,
    'signs session cookies; a list rotates; required in production',
    productionSecret,
  ),
  SESSION_COOKIE_NAME: variable(cookieName(), 'sid', 'name of the session cookie; in production __Host-sid', {
    inProduction: '__Host-sid',
  }),
  CSRF_COOKIE_NAME: variable(
    cookieName(),
    'csrf_token',
    'name of the cookie whose value goes into x-csrf-token; in production __Host-csrf_token',
    { inProduction: '__Host-csrf_token' },
  ),
  SESSION_IDLE_HOURS: variable(integer(1, 8760), '336', 'hours after which a session that nobody uses ends'),
  SESSION_MAX_HOURS: variable(integer(1, 8760), '720', 'hours after which a session ends, however much it is used'),
  CORS_ORIGIN: variable(origins(), 'http://localhost:3000', 'origins that may call with credentials'),
  PUBLIC_URL: variable(
    origin(),
    null,
    'where browsers reach this server; an identity provider sends them back there, and digests lead there; required with OIDC_ISSUER',
  ),
  OIDC_ISSUER: variable(
    issuer(),
    null,
    'identity provider that people may sign in with, beside passwords; unset: none',
  ),
  OIDC_CLIENT_ID: variable(token('the id of a client'), null, 'id of this server at that provider; required with it'),
  OIDC_CLIENT_SECRET: variable(
    token('the secret of the client'),
    null,
    'secret of this server at that provider; it, or OIDC_PRIVATE_KEY, is required with OIDC_ISSUER',
    secret,
  ),
  OIDC_PRIVATE_KEY: variable(
    privateJwk(),
    null,
    'key that this server signs with at that provider (private_key_jwt), instead of a secret',
    secret,
  ),
  OIDC_LABEL: variable(text('a name'), 'your organisation', 'whose account the button of the login form names'),
  OIDC_SCOPES: variable(
    words('scopes between spaces, openid among them'),
    'openid profile email',
    'what the provider is asked to tell of people',
  ),
  OIDC_ROLES: variable(
    claimedRoles(),
    null,
    'roles by what the provider says of people, which makes users of them; unset: admins link each identity to a user',
  ),
  OIDC_ROLES_CLAIM: variable(text('the name of a claim'), 'groups', 'claim whose values OIDC_ROLES names'),
  OIDC_USERNAME_CLAIM: variable(
    text('the name of a claim'),
    'preferred_username',
    'claim that becomes the login of a user whom OIDC_ROLES makes',
  ),
  OIDC_SECOND_FACTOR_AMR: variable(
    words('values of the claim amr between commas'),
    'mfa',
    'values of amr any of which says that the provider asked for a second factor',
  ),
  OIDC_SECOND_FACTOR_ACR: variable(
    words('values of the claim acr between commas'),
    null,
    'values of acr that say so; they are asked for at the provider, the first one first',
  ),
  OIDC_HOSTS: variable(
    words('hosts between commas, with their ports where these are not the usual ones'),
    null,
    'hosts beside the issuer’s at which the provider answers this server, such as oauth2.googleapis.com; no other is asked',
  ),
  OIDC_TIMEOUT_SECONDS: variable(integer(1, 60), '10', 'how long the provider may take for one answer'),
  LOGIN_RATE_LIMIT_MAX_ATTEMPTS: variable(
    integer(1, 10000),
    '10',
    'failed logins allowed per login and per address in a window; of one login from one address half as many',
  ),
  LOGIN_RATE_LIMIT_WINDOW_MINUTES: variable(integer(1, 1440), '15', 'length of that window'),
  USER_SEARCHES_PER_MINUTE: variable(integer(1, 1000000), '120', 'searches of one user that one process answers'),
  USER_TRIGGERS_PER_MINUTE: variable(integer(1, 1000000), '120', 'jobs that one user starts at one process'),
  USER_STREAMS_PER_MINUTE: variable(integer(1, 1000000), '60', 'event streams that one user opens at one process'),
  HASH_MEMORY_KIB: variable(
    integer(8, 1048576),
    '19456',
    'memory that hashing a new password takes (argon2id); in production no less than the default',
  ),
} as const satisfies Record<string, Variable<unknown>>;
