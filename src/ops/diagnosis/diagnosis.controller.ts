import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { decodeCursor } from '../../common/cursor.js';
import { keysetPage } from '../../common/keyset-page.js';
import { Config } from '../../config/index.js';
import {
  Access,
  FromReplica,
  Operation,
  Project,
  ProjectScoped,
  reaches,
  roleIn,
  User,
  type ActiveProject,
  type Principal,
} from '../../http/index.js';
import { Projects } from '../../projects/index.js';
import { DiagnosesQuery, DiagnosisQuery } from './diagnosis.dto.js';
import { DiagnosisService } from './diagnosis.service.js';
import { commonCauses } from './domain/common-causes.js';
import type { Diagnosis } from './domain/diagnosis.js';
import { DIAGNOSES_EXAMPLE, DIAGNOSIS_EXAMPLE } from './examples.js';
import { requestFacts } from './request-facts.js';

@ApiTags('ops')
@Controller('ops/diagnosis')
export class DiagnosisController {
  constructor(
    private readonly diagnosis: DiagnosisService,
    private readonly config: Config,
    private readonly projects: Projects,
  ) {}

  @Get()
  @FromReplica()
  @Access('operator')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'diagnose',
    summary: 'What is wrong with the project, why, and what cures it: the runbook’s checks',
    description:
      'Begin with `verdict.first_cause`. A check’s remedy is a list of steps in their order: a request of this API ' +
      '(`method`, `path`, `body`), variables to `set` before a restart, or a command to `run`; secrets that only you have ' +
      'stand in angle brackets. `because_of` names the check that explains this one: cure that first. The section auth ' +
      'looks at this very request, or at the page that `origin` names. `npm run doctor` does the same from a terminal.',
    example: DIAGNOSIS_EXAMPLE,
  })
  show(
    @Project() project: ActiveProject,
    @User() user: Principal,
    @Query() { origin, locale }: DiagnosisQuery,
    @Req() request: Request,
  ): Promise<Diagnosis> {
    return this.diagnosis.of(project, requestFacts(request, user, project, origin, this.config), locale);
  }

  @Get('projects')
  @FromReplica()
  @Access('operator')
  @Operation({
    id: 'diagnoseProjects',
    summary: 'What is wrong with each of the projects that you operate, by name, and where to begin',
    description:
      'The verdict of the diagnosis of each project: see GET /ops/diagnosis, which has all its checks. `causes`: the first ' +
      'causes of the projects of this page, failures first, then those that most projects have.',
    example: DIAGNOSES_EXAMPLE,
  })
  async list(@User() user: Principal, @Query() { limit, cursor, locale }: DiagnosesQuery, @Req() request: Request) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['string', 'uuid']);
    const found = await this.projects.page(user.id, limit + 1, after);
    const { rows, next_cursor } = keysetPage(found, limit, ({ sort_name, id }) => [sort_name, id]);
    const operated = rows.filter((one) => reaches(roleIn(user.memberships, one.account_scope_id), 'operator'));
    const diagnoses = await this.diagnosis.ofEach(
      operated,
      (project) => requestFacts(request, user, project, undefined, this.config),
      locale,
    );
    return {
      projects: diagnoses.map(({ project, generated_at, verdict }) => ({ project, generated_at, verdict })),
      causes: commonCauses(diagnoses),
      next_cursor,
    };
  }
}
