import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { AccountScope } from './account-scope.entity.js';
import { CredentialSeal } from './credential-seal.js';
import { Memberships } from './memberships.js';
import { ProjectSource } from './project-source.entity.js';
import { ProjectSourcesController } from './project-sources.controller.js';
import { ProjectSourcesRepository } from './project-sources.repository.js';
import { ProjectSources } from './project-sources.service.js';
import { Project } from './project.entity.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsRepository } from './projects.repository.js';
import { ProjectLocales } from './project-locales.js';
import { Projects } from './projects.service.js';
import { SourceChanges } from './source-changes.js';
import { SourceKinds } from './source-kinds.js';
import { SecretSeal } from './secret-seal.js';
import { WorkingCalendars } from './working-calendars.js';
import { UserScope } from './user-scope.entity.js';

/** Account scopes, their projects, who reaches them, and where their data comes from. */
@Module({
  imports: [AuditModule, TypeOrmModule.forFeature([AccountScope, Project, ProjectSource, UserScope])],
  controllers: [ProjectsController, ProjectSourcesController],
  providers: [
    ProjectLocales,
    Projects,
    ProjectsRepository,
    Memberships,
    ProjectSources,
    ProjectSourcesRepository,
    CredentialSeal,
    SecretSeal,
    SourceChanges,
    SourceKinds,
    WorkingCalendars,
  ],
  exports: [
    CredentialSeal,
    SecretSeal,
    ProjectLocales,
    Projects,
    Memberships,
    ProjectSources,
    SourceChanges,
    SourceKinds,
    WorkingCalendars,
  ],
})
export class ProjectsModule {}
