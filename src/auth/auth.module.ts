import { Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import { AuditModule } from '../audit/index.js';
import { POOL } from '../database/index.js';
import { ProjectsModule } from '../projects/index.js';
import { ReplicaReadsModule } from '../replica-reads/index.js';
import { AccessWatch } from './access-watch.js';
import { AuthController } from './auth.controller.js';
import { FirstAdmin } from './first-admin.js';
import { KnownDevices } from './known-devices.js';
import { LocalStrategy } from './local.strategy.js';
import { LoginAttempt } from './login-attempt.entity.js';
import { LoginLimits } from './login-limits.js';
import { BrowserRefusalsFilter } from './oidc/browser-refusals.filter.js';
import { IdentitiesController } from './oidc/identities.controller.js';
import { IdentitiesRepository } from './oidc/identities.repository.js';
import { Identities } from './oidc/identities.service.js';
import { IdentityProvider } from './oidc/identity-provider.js';
import { IdentitySignIn } from './oidc/identity-sign-in.service.js';
import { UserIdentity } from './oidc/identity.entity.js';
import { OidcController } from './oidc/oidc.controller.js';
import { ProviderProbe } from './oidc/provider-probe.js';
import { Provisioning } from './oidc/provisioning.js';
import { SignInAttempts } from './oidc/sign-in-attempts.js';
import { NewPasswords } from './own-password/new-passwords.js';
import { OwnPasswordController } from './own-password/own-password.controller.js';
import { OwnPasswordsRepository } from './own-password/own-passwords.repository.js';
import { OwnPasswords } from './own-password/own-passwords.service.js';
import { OwnSessionsController } from './own-sessions/own-sessions.controller.js';
import { OwnSessionsRepository } from './own-sessions/own-sessions.repository.js';
import { ReauthenticationController } from './own-sessions/reauthentication.controller.js';
import { Passwords } from './passwords.js';
import { PersonAudit } from './person-audit.js';
import { Refusals } from './refusals.js';
import { RecoveryCode } from './second-factor/recovery-code.entity.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorRulesController } from './second-factor/second-factor-rules.controller.js';
import { SecondFactorRules } from './second-factor/second-factor-rules.service.js';
import { SecondFactorsRepository } from './second-factor/second-factors.repository.js';
import { SecondFactors } from './second-factor/second-factors.service.js';
import { SessionStore } from './session-store.js';
import { Session } from './session.entity.js';
import { Sessions } from './sessions.js';
import { SignInRecords } from './sign-in-records.js';
import { SignIn } from './sign-in.js';
import { ApiToken } from './tokens/api-token.entity.js';
import { ApiTokensController } from './tokens/api-tokens.controller.js';
import { ApiTokensRepository } from './tokens/api-tokens.repository.js';
import { ApiTokens } from './tokens/api-tokens.service.js';
import { Bearer } from './tokens/bearer.js';
import { User } from './user.entity.js';
import { UserRecords } from './user-records.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { Users } from './users.service.js';
import { VisibleUsersRepository } from './visible-users.repository.js';

/** Users, their passwords, sessions and tokens, and who may sign in how often. */
@Module({
  imports: [
    AuditModule,
    ProjectsModule,
    ReplicaReadsModule,
    TypeOrmModule.forFeature([User, Session, LoginAttempt, ApiToken, RecoveryCode, UserIdentity]),
  ],
  controllers: [
    AuthController,
    IdentitiesController,
    OidcController,
    OwnPasswordController,
    OwnSessionsController,
    ReauthenticationController,
    ApiTokensController,
    SecondFactorController,
    SecondFactorRulesController,
    UsersController,
  ],
  providers: [
    AccessWatch,
    ApiTokens,
    ApiTokensRepository,
    Bearer,
    BrowserRefusalsFilter,
    FirstAdmin,
    Identities,
    IdentitiesRepository,
    IdentityProvider,
    IdentitySignIn,
    KnownDevices,
    LocalStrategy,
    LoginLimits,
    NewPasswords,
    OwnPasswords,
    OwnPasswordsRepository,
    OwnSessionsRepository,
    Passwords,
    PersonAudit,
    ProviderProbe,
    Provisioning,
    Refusals,
    SecondFactorRules,
    SecondFactors,
    SecondFactorsRepository,
    Sessions,
    SignIn,
    SignInAttempts,
    SignInRecords,
    UserRecords,
    Users,
    UsersRepository,
    VisibleUsersRepository,
    {
      provide: SessionStore,
      inject: [POOL],
      useFactory: (pool: Pool) => {
        const log = new Logger('sessions');
        return new SessionStore({ pool, errorLog: (...words: unknown[]) => log.error(words.map(String).join(' ')) });
      },
    },
  ],
  exports: [AccessWatch, ProviderProbe, Refusals],
})
export class AuthModule {}
