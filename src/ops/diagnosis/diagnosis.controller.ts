import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Config } from '../../config/index.js';
import {
  Access,
  Operation,
  Project,
  ProjectScoped,
  User,
  type ActiveProject,
  type Principal,
} from '../../http/index.js';
import { DiagnosisQuery } from './diagnosis.dto.js';
import { DiagnosisService } from './diagnosis.service.js';
import type { Diagnosis } from './domain/diagnosis.js';
import { DIAGNOSIS_EXAMPLE } from './examples.js';
import { requestFacts } from './request-facts.js';

@ApiTags('ops')
@Controller('ops/diagnosis')
export class DiagnosisController {
  constructor(
    private readonly diagnosis: DiagnosisService,
    private readonly config: Config,
  ) {}

  @Get()
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
    @Query() { origin }: DiagnosisQuery,
    @Req() request: Request,
  ): Promise<Diagnosis> {
    return this.diagnosis.of(project, requestFacts(request, user, project, origin, this.config));
  }
}
