import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';

export interface RegisteredClient {
  id: string;
  /** The public part of what it proves itself with. */
  key: JWK & { alg: 'ES256' };
  redirectUri: string;
}

/** A certified OpenID provider of others, on this machine, where everybody is the same person and agrees to all. */
export class CertifiedProvider {
  private constructor(
    readonly issuer: string,
    readonly close: () => Promise<void>,
  ) {}

  static async start(client: RegisteredClient, sub: string): Promise<CertifiedProvider> {
    let serve: RequestListener = (_request, response) => response.writeHead(503).end();
    const server = createServer((request, response) => serve(request, response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    serve = await listenerOf(issuer, client, sub);
    return new CertifiedProvider(issuer, async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    });
  }
}

async function listenerOf(issuer: string, client: RegisteredClient, sub: string): Promise<RequestListener> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: client.key.alg,
        jwks: { keys: [client.key] },
        redirect_uris: [client.redirectUri],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'of-the-provider' }] },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 300, IdToken: 300, Interaction: 300, Session: 300 },
    cookies: { keys: ['of-the-tests'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId: client.id, accountId: oidc.session?.accountId ?? sub });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const serve = provider.callback();
  return (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void serve(request, response);
    const signedIn = { login: { accountId: sub, amr: ['mfa'] } };
    provider
      .interactionFinished(request, response, signedIn)
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  };
}

/** The browser's way through the provider's pages: the address outside of it that it is led to. */
export async function throughProvider(issuer: string, begin: string): Promise<string> {
  const cookies = new Map<string, string>();
  for (let at = begin, steps = 0; steps < 10; steps++) {
    if (!at.startsWith(issuer)) return at;
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${at} answered ${answer.status}: ${await answer.text()}`);
    at = new URL(location, at).href;
  }
  throw new Error('the provider leads in circles');
}
