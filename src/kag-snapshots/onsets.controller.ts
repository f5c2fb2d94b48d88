import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import {
  absent,
  Access,
  FromReplica,
  NEXT_CURSOR,
  Operation,
  Project,
  ProjectScoped,
  type ActiveProject,
} from '../http/index.js';
import type { OutcomeType } from './domain/outcome-types.js';
import { FRESHNESS_EXAMPLE, ONSET_EXAMPLE } from './examples.js';
import { OnsetsRepository } from './onsets.repository.js';
import { OnsetsQuery } from './snapshots.dto.js';
import { SnapshotsRepository } from './snapshots.repository.js';

const NOT_YET = 'No day is kept of the project yet: POST /kag/snapshots/refresh';

@ApiTags('kag')
@Controller('kag/onsets')
export class OnsetsController {
  constructor(
    private readonly onsets: OnsetsRepository,
    private readonly snapshots: SnapshotsRepository,
  ) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listOnsets',
    summary: 'When risks came about in the project, newest first, with the evidence of the day on which each began',
    description:
      'From `began` on, until the day before `ended` (null: it goes on); `known` is the day from which on that could be told. ' +
      '`source`: a condition on the days’ measures, the stage that a deal came to, or a person’s word. ' +
      '`as_of` and `computed_at` of the answer are those of the newest day that was looked at; `hint`: what to do where there is none.',
    example: { onsets: [ONSET_EXAMPLE], next_cursor: NEXT_CURSOR, ...FRESHNESS_EXAMPLE, hint: absent(NOT_YET) },
  })
  async list(@Project() project: ActiveProject, @Query() query: OnsetsQuery) {
    const after = query.cursor === undefined ? null : positionOf(query.cursor);
    const found = await this.onsets.list(project.id, query.risk_type, query.limit + 1, after);
    const { rows, next_cursor } = keysetPage(found, query.limit, ({ began, risk_type }) => [began, risk_type]);
    const freshness = await this.snapshots.freshness({ projectId: project.id });
    return {
      onsets: rows.map(({ project_id: _project, ...onset }) => onset),
      next_cursor,
      ...freshness,
      ...(freshness.as_of === null ? { hint: NOT_YET } : {}),
    };
  }
}

function positionOf(cursor: string) {
  const [began, risk_type] = decodeCursor(cursor, ['day', 'string']) as [string, OutcomeType];
  return { began, risk_type };
}
