import { Injectable } from '@nestjs/common';
import { genericGrantRequest, randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/index.js';
import { IdentityProvider } from './identity-provider.js';
import { providerFailure } from './provider-failure.js';

/** What a provider's answer tells; `unclear`: it tells neither. */
export interface ProbedAnswer {
  verdict: 'yes' | 'no' | 'unclear';
  /** The provider's word, or why it is missing; never a secret. */
  said: string;
}

/** What can be known of the identity provider without anybody signing in. */
export interface ProbedProvider {
  issuer: string;
  client_id: string;
  redirect_uri: string;
  /** Whether its addresses can be had, under the name of OIDC_ISSUER. */
  discovered: ProbedAnswer;
  /** Whether it takes this server for its client. Null: not asked, since its addresses can't be had. */
  client: ProbedAnswer | null;
  /** Whether it leads people back to this server. */
  redirect: ProbedAnswer | null;
}

/** What an authorization server answers to a request that is at fault; all others are about the person. */
const AT_FAULT = /^(invalid_|unauthorized_|unsupported_|request_)/;

/** Asks the identity provider what a sign-in would ask it, with an invalid code and without a page. */
@Injectable()
export class ProviderProbe {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Null where none is configured. */
  async look(): Promise<ProbedProvider | null> {
    // One that knows nothing yet: addresses that were right an hour ago must not hide those of now.
    const provider = new IdentityProvider(this.config, this.clock);
    if (provider.issuer === null) return null;
    const asked = {
      issuer: provider.issuer,
      client_id: this.config.OIDC_CLIENT_ID ?? '',
      redirect_uri: provider.redirectUri,
    };
    try {
      await provider.client();
    } catch (error) {
      const said = providerFailure(error).reason;
      return { ...asked, discovered: { verdict: 'no', said }, client: null, redirect: null };
    }
    const discovered = { verdict: 'yes', said: 'its addresses' } as const;
    const [client, redirect] = await Promise.all([this.clientTaken(provider), this.ledBack(provider)]);
    return { ...asked, discovered, client, redirect };
  }

  /** A provider looks at who asks before it looks at the code: of a client that it takes it refuses the code. */
  private async clientTaken(provider: IdentityProvider): Promise<ProbedAnswer> {
    try {
      await genericGrantRequest(await provider.client(), 'authorization_code', {
        code: randomState(),
        redirect_uri: provider.redirectUri,
        code_verifier: randomPKCECodeVerifier(),
      });
      return { verdict: 'unclear', said: 'a code of nobody’s was taken' };
    } catch (error) {
      const { kind, reason: said } = providerFailure(error);
      return { verdict: kind === 'client_refused' ? 'no' : kind === 'code_refused' ? 'yes' : 'unclear', said };
    }
  }

  /** Asked to show no page, a provider leads back at once, and only to an address that it knows for the client's. */
  private async ledBack(provider: IdentityProvider): Promise<ProbedAnswer> {
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    try {
      const url = await provider.authorizationUrl({ ...secrets, return_to: '/', fresh: false, until: 0 });
      url.searchParams.set('prompt', 'none');
      const answer = await provider.fetch(url.href, {
        method: 'GET',
        headers: {},
        body: undefined,
        redirect: 'manual',
      });
      await answer.body?.cancel();
      return readOf(answer, provider.redirectUri);
    } catch (error) {
      return { verdict: 'unclear', said: providerFailure(error).reason };
    }
  }
}

function readOf({ status, headers }: Response, redirectUri: string): ProbedAnswer {
  const location = headers.get('location') ?? '';
  if (location.split(/[?#]/)[0] === redirectUri) {
    const said = new URL(location).searchParams.get('error') ?? 'code';
    return { verdict: AT_FAULT.test(said) ? 'no' : 'yes', said };
  }
  return { verdict: status >= 400 && status < 500 ? 'no' : 'unclear', said: `HTTP ${status}` };
}
