export { LeavingGuard } from './leaving.guard.js';
export { PROJECT_REMOVAL } from './project-removal.job.js';
export { RemovalKeeper } from './removal-keeper.js';
export { RemovalModule } from './removal.module.js';
