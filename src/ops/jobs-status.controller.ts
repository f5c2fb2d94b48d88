import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CONNECTORS, SyncStateRepository } from '../connectors/index.js';
import {
  Access,
  FromReplica,
  oneOf,
  Operation,
  orNull,
  Project,
  ProjectScoped,
  type ActiveProject,
} from '../http/index.js';
import { JobRunsRepository, presentRun, RUN_EXAMPLE } from '../jobs/index.js';
import { ProjectCounts } from './project-counts.js';

@ApiTags('jobs')
@Controller('jobs/status')
export class JobsStatusController {
  constructor(
    private readonly runs: JobRunsRepository,
    private readonly states: SyncStateRepository,
    private readonly counts: ProjectCounts,
  ) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped({ whileLeaving: true })
  @Operation({
    id: 'getProjectStatus',
    summary: 'The project at a glance: latest run of each job, what is stored, how far each connector has come',
    example: {
      jobs: [RUN_EXAMPLE],
      rag_counts: { pending: 12, processing: 0, ready: 480, failed: 0 },
      entities: { contacts: 20, conversations: 23, messages: 256, issues: 0, deals: 0, rag_chunks: 492 },
      watermarks: [
        {
          connector: oneOf(CONNECTORS, 'chatwoot'),
          cursor_ts: orNull('2026-02-03T10:11:12.000Z'),
          last_success_at: orNull('2026-02-03T10:12:00.000Z'),
        },
      ],
    },
  })
  async status(@Project() project: ActiveProject) {
    const [runs, states, counts] = await Promise.all([
      this.runs.latest(project.id),
      this.states.list([project.id]),
      this.counts.of(project.id),
    ]);
    return {
      jobs: runs.map(presentRun),
      ...counts,
      watermarks: states.map(({ connector, cursor_ts, last_success_at }) => ({
        connector,
        cursor_ts,
        last_success_at,
      })),
    };
  }
}
