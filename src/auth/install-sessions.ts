import type { NestExpressApplication } from '@nestjs/platform-express';
import { Sessions } from './sessions.js';
import { Bearer } from './tokens/bearer.js';

/** Loads session or token, and user with every request; call after body parsing and before the routes. */
export function installSessions(app: NestExpressApplication): void {
  app.use(app.get(Bearer).handler(), ...app.get(Sessions).handlers());
}
