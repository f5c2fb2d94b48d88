import { Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  PrivateKeyJwt,
  type ClientAuth,
  type CustomFetch,
  type ServerMetadata,
} from 'openid-client';
import { AppError } from '../../common/app-error.js';
import { Clock } from '../../common/clock.js';
import { hostOf, pinnedFetch } from '../../common/pinned-fetch.js';
import { Config, type SigningAlgorithm } from '../../config/index.js';
import type { Claims } from './domain/claims.js';
import { DiscoveryFailure } from './provider-failure.js';
import type { SignInAttempt } from './sign-in-attempts.js';

/** Addresses of a provider hardly ever change; keys, which do, are asked for with each sign-in. */
const KEEP_MS = 3_600_000;
/** Clocks of two servers differ a little. */
const TOLERANCE_S = 30;
/** A fresh proof comes back within so long. */
const FRESH_S = 300;
export const CALLBACK_PATH = '/auth/oidc/callback';

/** The identity provider of OIDC_ISSUER. What it throws, `providerFailure` explains. */
@Injectable()
export class IdentityProvider {
  private known: { metadata: ServerMetadata; at: number } | null = null;

  private readonly pinned: typeof fetch;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const { OIDC_ISSUER: issuer, OIDC_HOSTS: more } = config;
    this.pinned = pinnedFetch([...(issuer === null ? [] : [hostOf(issuer)]), ...(more ?? [])]);
  }

  get issuer(): string | null {
    return this.config.OIDC_ISSUER;
  }

  /** Where the provider sends people back to: never what a request says, which anybody can forge. */
  get redirectUri(): string {
    return `${this.config.PUBLIC_URL}${CALLBACK_PATH}`;
  }

  /** Where to send somebody who wants to sign in. `fresh`: who is signed in there proves themselves again. */
  async authorizationUrl(attempt: SignInAttempt): Promise<URL> {
    const { OIDC_SCOPES: scopes, OIDC_SECOND_FACTOR_ACR: acr } = this.config;
    return buildAuthorizationUrl(await this.client(), {
      redirect_uri: this.redirectUri,
      scope: scopes.join(' '),
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(acr ? { acr_values: acr.join(' ') } : {}),
      ...(attempt.fresh ? { prompt: 'login', max_age: String(FRESH_S) } : {}),
    });
  }

  /**
   * What the provider says of who came back with this query: signed by it, for this server, in answer to the attempt.
   */
  async claims(query: URLSearchParams, attempt: SignInAttempt): Promise<Claims> {
    const client = await this.client();
    const back = new URL(this.redirectUri);
    back.search = query.toString();
    const tokens = await authorizationCodeGrant(client, back, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
      ...(attempt.fresh ? { maxAge: FRESH_S } : {}),
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('an answer without an ID token was let through');
    if (!this.config.OIDC_ROLES || client.serverMetadata().userinfo_endpoint === undefined) return claims;
    // Many providers tell groups and names there only. What the ID token says, it says of this very sign-in.
    return { ...(await fetchUserInfo(client, tokens.access_token, claims.sub)), ...claims };
  }

  /**
   * A client with the provider's addresses and none of its keys: these are asked for with each sign-in, so that new
   * ones count from the first moment.
   */
  async client(): Promise<Configuration> {
    const { OIDC_CLIENT_ID: id } = this.config;
    const metadata = await this.metadata();
    const client = new Configuration(metadata, id ?? '', { [clockTolerance]: TOLERANCE_S }, await this.proof(metadata));
    client[customFetch] = this.fetch;
    enableNonRepudiationChecks(client);
    if (this.isPlain) allowInsecureRequests(client);
    return client;
  }

  /** The provider's addresses: from its discovery document, again after an hour, and the old ones while it is away. */
  private async metadata(): Promise<ServerMetadata> {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id } = this.config;
    if (issuer === null) throw notConfigured();
    const now = this.clock.now().getTime();
    if (this.known && now - this.known.at < KEEP_MS) return this.known.metadata;
    try {
      const found = await discovery(new URL(issuer), id ?? '', undefined, undefined, {
        [customFetch]: this.fetch,
        execute: this.isPlain ? [allowInsecureRequests] : [],
      });
      this.known = { metadata: found.serverMetadata(), at: now };
    } catch (error) {
      if (!this.known) throw new DiscoveryFailure(error);
    }
    return this.known.metadata;
  }

  /** How this server proves to the provider who it is: by its key, or its secret in the way that the provider takes. */
  private async proof({ token_endpoint_auth_methods_supported: taken }: ServerMetadata): Promise<ClientAuth> {
    const { OIDC_PRIVATE_KEY: jwk, OIDC_CLIENT_SECRET: secret } = this.config;
    if (jwk) {
      const algorithm = ALGORITHMS[jwk.alg];
      const key = await crypto.subtle.importKey('jwk', { ...jwk }, algorithm, false, ['sign']);
      return PrivateKeyJwt({ key, ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) });
    }
    // Without a word of the provider's, HTTP Basic is what the standard has it take.
    const basic = taken === undefined || taken.includes('client_secret_basic');
    return basic ? ClientSecretBasic(secret ?? '') : ClientSecretPost(secret ?? '');
  }

  /**
   * Each call has a deadline by our clock, and not by the library's own. A discovery document names addresses, and may
   * not name others than those of the configuration. No redirect is followed: one could carry the secret to another
   * host.
   */
  readonly fetch: CustomFetch = (url, options) => {
    const signal = this.clock.deadline(this.config.OIDC_TIMEOUT_SECONDS * 1000);
    return this.pinned(url, { ...options, redirect: 'manual', signal });
  };

  /** On this machine only: the configuration takes no other http address. */
  private get isPlain(): boolean {
    return this.config.OIDC_ISSUER?.startsWith('http:') ?? false;
  }
}

/** What a key may sign with, in WebCrypto's words. */
const ALGORITHMS = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  EdDSA: { name: 'Ed25519' },
} satisfies Record<SigningAlgorithm, object>;

export const notConfigured = () =>
  new AppError(
    'provider_not_configured',
    'No identity provider is configured here: sign in with a password, or have an operator set OIDC_ISSUER',
  );
