import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

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
