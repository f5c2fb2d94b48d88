import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose';

/** A key that the provider signs with. */
export interface SigningKey {
  kid: string;
  private: CryptoKey;
  public: JWK;
}

export async function newKey(kid: string): Promise<SigningKey> {
  const pair = await generateKeyPair('RS256');
  return { kid, private: pair.privateKey, public: { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256' } };
}

export const signed = (key: SigningKey, claims: Record<string, unknown>): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign(key.private);

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What clients prove themselves with by a key of their own (RFC 7523): each assertion once, and for a short time. */
export class ClientAssertions {
  private readonly seen = new Set<unknown>();

  async prove(form: URLSearchParams, key: JWK, { client, audience }: { client: string; audience: string }) {
    if (form.has('client_secret') || form.get('client_assertion_type') !== ASSERTION) return false;
    try {
      const { payload } = await jwtVerify(form.get('client_assertion') ?? '', await importJWK(key), {
        issuer: client,
        subject: client,
        audience,
        requiredClaims: ['jti', 'exp', 'iat'],
        maxTokenAge: '5 minutes',
      });
      const isNew = !this.seen.has(payload.jti);
      this.seen.add(payload.jti);
      return isNew;
    } catch {
      return false;
    }
  }
}
