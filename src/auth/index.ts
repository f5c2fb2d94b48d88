export { AuthModule } from './auth.module.js';
export { CsrfGuard } from './csrf.guard.js';
export { installSessions } from './install-sessions.js';
export { LoginAttempt } from './login-attempt.entity.js';
export { RoleGuard } from './role.guard.js';
export { SessionGuard } from './session.guard.js';
export { Session } from './session.entity.js';
export { User } from './user.entity.js';
