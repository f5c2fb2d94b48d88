import { Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import { AuditModule } from '../audit/index.js';
import { POOL } from '../database/index.js';
import { ProjectsModule } from '../projects/index.js';
import { AuthController } from './auth.controller.js';
import { FirstAdmin } from './first-admin.js';
import { LocalStrategy } from './local.strategy.js';
import { LoginAttempt } from './login-attempt.entity.js';
import { LoginLimits } from './login-limits.js';
import { Passwords } from './passwords.js';
import { SessionStore } from './session-store.js';
import { Session } from './session.entity.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { User } from './user.entity.js';
import { UserRecords } from './user-records.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { Users } from './users.service.js';
import { VisibleUsersRepository } from './visible-users.repository.js';

/** Users, their sessions, and who may sign in how often. */
@Module({
  imports: [AuditModule, ProjectsModule, TypeOrmModule.forFeature([User, Session, LoginAttempt])],
  controllers: [AuthController, UsersController],
  providers: [
    FirstAdmin,
    LocalStrategy,
    LoginLimits,
    Passwords,
    Sessions,
    SignIn,
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
})
export class AuthModule {}
