import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { Config } from '../../config/index.js';
import type { SignedIn } from '../sign-in.js';
import { SignInRecords, type ProviderIdentity } from '../sign-in-records.js';
import { authenticatedAt, saysSecondFactor } from './domain/claims.js';
import { IdentitiesRepository } from './identities.repository.js';
import { IdentityProvider, notConfigured } from './identity-provider.js';
import { problemOf, providerFailure } from './provider-failure.js';
import { Provisioning } from './provisioning.js';
import type { SignInAttempt } from './sign-in-attempts.js';

/** Signs people in by the word of the identity provider. */
@Injectable()
export class IdentitySignIn {
  constructor(
    private readonly config: Config,
    private readonly provider: IdentityProvider,
    private readonly identities: IdentitiesRepository,
    private readonly provisioning: Provisioning,
    private readonly records: SignInRecords,
  ) {}

  /** @throws AppError `provider_not_configured` */
  assertConfigured(): string {
    const { issuer } = this.provider;
    if (issuer === null) throw notConfigured();
    return issuer;
  }

  /**
   * Where to send the browser.
   * @throws AppError `identity_provider_unavailable`
   */
  async begin(attempt: SignInAttempt): Promise<URL> {
    return this.asked(this.provider.authorizationUrl(attempt));
  }

  /**
   * The user of who came back, and who they are at the provider.
   * @throws AppError `sign_in_stale` for an answer to nothing that this browser asked, `identity_refused` for one that
   * can't be trusted, `identity_unknown` for an identity without a user, or with a disabled one,
   * `second_factor_required` where the provider asked for none and the user needs one, `identity_provider_unavailable`.
   */
  async complete(
    query: URLSearchParams,
    attempt: SignInAttempt | null,
  ): Promise<{ user: SignedIn; identity: ProviderIdentity }> {
    const issuer = this.assertConfigured();
    if (!attempt || query.get('state') !== attempt.state) {
      this.records.providerFailed('stale', attempt ? 'another state' : 'no attempt');
      throw new AppError(
        'sign_in_stale',
        'This sign-in was not begun in this browser, was begun again since, or took more than ten minutes; begin again',
      );
    }
    const claims = await this.asked(this.provider.claims(query, attempt));
    const identity = { issuer, subject: claims.sub };
    const secondFactor = saysSecondFactor(
      claims,
      this.config.OIDC_SECOND_FACTOR_AMR,
      this.config.OIDC_SECOND_FACTOR_ACR,
    );
    const known = await this.identities.account(identity);
    const makes = this.config.OIDC_ROLES !== null && (known === null || known.provisioned);
    const account = makes ? await this.provisioning.bring(identity, claims) : known;
    if (!account || account.disabled_at !== null) {
      if (known) await this.records.refused(known, account ? 'disabled' : 'no_role');
      else this.records.unknownIdentity(identity);
      throw new AppError(
        'identity_unknown',
        'No user here is linked to your identity; give an admin the subject that this answer names, and ask them to ' +
          'link it',
        identity,
      );
    }
    if (account.needs_second_factor && !secondFactor) {
      await this.records.refused(account, 'provider_second_factor');
      throw new AppError(
        'second_factor_required',
        'You need a second factor, and the identity provider did not say that it asked for one; sign in there with one',
      );
    }
    await this.identities.used(account.identity_id, secondFactor);
    const { id, username, memberships, session_epoch } = account;
    const authenticated_at = authenticatedAt(claims)?.toISOString() ?? null;
    const provider = { second_factor: secondFactor, authenticated_at };
    return { user: { id, username, memberships, session_epoch, provider }, identity };
  }

  /** What the provider answers; its failure as a problem that says what to do. */
  private async asked<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof AppError) throw error;
      const failure = providerFailure(error);
      this.records.providerFailed(failure.kind, failure.reason);
      throw problemOf(failure, error);
    }
  }
}
