import type { NestExpressApplication } from '@nestjs/platform-express';
import { Sessions } from './sessions.js';

/** Loads session and user with every request; call after body parsing and before the routes. */
export function installSessions(app: NestExpressApplication): void {
  app.use(...app.get(Sessions).handlers());
}
