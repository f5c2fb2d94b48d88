import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { JWK } from 'jose';
import { ClientAssertions, newKey, signed, type SigningKey } from './keys.js';

/** Somebody who has an account at the provider. */
export type ProviderPerson = { sub: string } & Record<string, unknown>;

export interface ProviderFaults {
  /** Claims of the ID token that are other than they should be; undefined leaves one out. */
  claims: Record<string, unknown>;
  /** Signs with a key that it does not publish. */
  unknownKey: boolean;
  /** What the address that leads back says of itself. */
  iss: string | null;
  /** What its discovery document says. */
  issuer: string | null;
  /** Has its clients send their secret to this host. */
  tokenHost: string | null;
  /** Breaks connections off. */
  down: boolean;
  /** Answers 500. */
  broken: boolean;
  /** Answers nothing until this resolves. */
  hold: Promise<void> | null;
}

const SOUND: ProviderFaults = {
  claims: {},
  unknownKey: false,
  iss: null,
  issuer: null,
  tokenHost: null,
  down: false,
  broken: false,
  hold: null,
};

interface Grant {
  person: ProviderPerson;
  challenge: string;
  nonce: string | null;
  redirectUri: string;
  authTime: number;
}

export const CLIENT = { id: 'kag', secret: 'a-secret-that-the-provider-gave' };

/** An OpenID provider that keeps the standard strictly, and breaks it where a test says so. */
export class Provider {
  /** Who uses the browser; null asks for a sign-in that does not come. */
  person: ProviderPerson | null = null;
  /** When they signed in there, where that was earlier. */
  signedInAt: Date | null = null;
  readonly faults: ProviderFaults = { ...SOUND };
  /** What it was asked, by path. */
  readonly asked: string[] = [];
  redirectUris: string[] = [];
  /** What the client proves itself with, in place of its secret. */
  clientKey: JWK | null = null;
  private readonly grants = new Map<string, Grant>();
  private readonly tokens = new Map<string, ProviderPerson>();
  private readonly assertions = new ClientAssertions();
  private key!: SigningKey;
  private readonly server = createServer((request, response) => {
    this.serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  static async start(): Promise<Provider> {
    const provider = new Provider();
    await provider.rotate();
    await new Promise<void>((ready) => provider.server.listen(0, '127.0.0.1', ready));
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on it signs with another key, and publishes no other. */
  async rotate(): Promise<void> {
    this.key = await newKey(randomUUID());
  }

  /** Without faults, and without a person in front of the browser. */
  reset(): void {
    Object.assign(this.faults, SOUND, { claims: {} });
    this.person = null;
    this.signedInAt = null;
    this.clientKey = null;
    this.asked.length = 0;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    this.asked.push(url.pathname);
    if (this.faults.down) return void request.socket.destroy();
    if (this.faults.hold) await this.faults.hold;
    if (this.faults.broken) return json(response, 500, { error: 'server_error' });
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, 200, this.metadata());
      case '/jwks':
        return json(response, 200, { keys: [this.key.public] });
      case '/authorize':
        return this.authorize(url.searchParams, response);
      case '/token':
        return this.token(request, response);
      case '/userinfo': {
        const person = this.tokens.get((request.headers.authorization ?? '').replace('Bearer ', ''));
        return person ? json(response, 200, person) : json(response, 401, { error: 'invalid_token' });
      }
      default:
        return json(response, 404, {});
    }
  }

  private metadata() {
    const { issuer } = this;
    return {
      issuer: this.faults.issuer ?? issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer.replace('127.0.0.1', this.faults.tokenHost ?? '127.0.0.1')}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      ...(this.clientKey ? { token_endpoint_auth_methods_supported: ['private_key_jwt'] } : {}),
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  private authorize(asked: URLSearchParams, response: ServerResponse): void {
    const redirectUri = asked.get('redirect_uri') ?? '';
    // Never back to an address that is not registered.
    if (asked.get('client_id') !== CLIENT.id || !this.redirectUris.includes(redirectUri))
      return json(response, 400, { error: 'invalid_request', error_description: 'redirect_uri is not registered' });
    const back = new URL(redirectUri);
    const answer = (more: Record<string, string>) => {
      for (const [key, value] of Object.entries({ ...more, state: asked.get('state') ?? '', iss: this.iss }))
        back.searchParams.set(key, value);
      response.writeHead(302, { location: back.href }).end();
    };
    if (asked.get('code_challenge_method') !== 'S256') return answer({ error: 'invalid_request' });
    if (asked.get('response_type') !== 'code') return answer({ error: 'unsupported_response_type' });
    if (!this.person) return answer({ error: asked.get('prompt') === 'none' ? 'login_required' : 'access_denied' });
    const code = randomUUID();
    const again = asked.get('prompt') === 'login';
    this.grants.set(code, {
      person: this.person,
      challenge: asked.get('code_challenge') ?? '',
      nonce: asked.get('nonce'),
      redirectUri,
      authTime: Math.floor((again || !this.signedInAt ? Date.now() : this.signedInAt.getTime()) / 1000),
    });
    answer({ code });
  }

  private get iss(): string {
    return this.faults.iss ?? this.issuer;
  }

  private async token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    if (this.clientKey) {
      const proven = await this.assertions.prove(form, this.clientKey, { client: CLIENT.id, audience: this.issuer });
      if (!proven) return json(response, 401, { error: 'invalid_client' });
    } else if (!isClient(request.headers.authorization)) {
      // As RFC 6749 has it of a client that came with HTTP Basic.
      response.setHeader('www-authenticate', 'Basic realm="clients"');
      return json(response, 401, { error: 'invalid_client' });
    }
    const code = form.get('code') ?? '';
    const grant = this.grants.get(code);
    this.grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || challenge !== grant.challenge || form.get('redirect_uri') !== grant.redirectUri)
      return json(response, 400, { error: 'invalid_grant' });
    const access_token = randomUUID();
    this.tokens.set(access_token, grant.person);
    json(response, 200, { access_token, token_type: 'Bearer', expires_in: 300, id_token: await this.idToken(grant) });
  }

  private async idToken({ person, nonce, authTime }: Grant): Promise<string> {
    const { groups: _onlyAtUserinfo, ...profile } = person;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      aud: CLIENT.id,
      iat: now,
      exp: now + 300,
      nonce,
      auth_time: authTime,
      ...profile,
      ...this.faults.claims,
    };
    return signed(this.faults.unknownKey ? await newKey(this.key.kid) : this.key, claims);
  }
}

/** HTTP Basic as OAuth has it: id and secret are encoded like a form before they are joined. */
function isClient(authorization = ''): boolean {
  const pair = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString();
  const [id, secret] = pair.split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
  return id === CLIENT.id && secret === CLIENT.secret;
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
