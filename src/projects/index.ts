export { AccountScope } from './account-scope.entity.js';
export { CredentialSeal } from './credential-seal.js';
export { CONNECTORS, type ConnectorName } from './domain/connectors.js';
export {
  type BindingShape,
  oneOrMore,
  type OpenSource,
  OWNER_AND_NAME,
  type SourceFilter,
  WHOLE_NUMBER,
  WORD,
} from './domain/source-binding.js';
export type { WebhookSetup } from './domain/webhook-setup.js';
export { Memberships } from './memberships.js';
export { ProjectSource } from './project-source.entity.js';
export { PROJECT, PROJECT_ID, SOURCE } from './examples.js';
export { ProjectParams } from './projects.dto.js';
export { shownProject } from './shown-project.js';
export { type SourceDescription, SourceKinds } from './source-kinds.js';
export { type LeavingCounts, SourceChanges, type SourceChange } from './source-changes.js';
export { ProjectSources } from './project-sources.service.js';
export { Project } from './project.entity.js';
export { ProjectGuard } from './project.guard.js';
export { resealCredentials, type Resealed } from './reseal-credentials.js';
export { ProjectsModule } from './projects.module.js';
export { ReachInterceptor } from './reach.interceptor.js';
export { ProjectLocales } from './project-locales.js';
export { projectNotFound, Projects } from './projects.service.js';
export { WorkingCalendars } from './working-calendars.js';
export { SecretSeal } from './secret-seal.js';
export { UserScope } from './user-scope.entity.js';
export { overWholeScope } from './whole-scope.js';
