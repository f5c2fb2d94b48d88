import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, Operation, ProjectScoped } from '../http/index.js';
import { Trigger, type JobRequest } from '../jobs/index.js';

@ApiTags('jobs')
@Controller('jobs/embeddings')
export class EmbeddingsController {
  @Post('run')
  @Access('operator')
  @ProjectScoped()
  @Trigger('embeddings_run')
  @Operation({
    summary: 'Embed what is waiting, so that search finds it by meaning',
    example: {
      result: {
        processed: 480,
        reused: 12,
        failed: 0,
        remaining: 0,
        status: 'ok',
        model: 'text-embedding-3-small@1536',
        reason: null,
        duration_ms: 5200,
      },
      job_run_id: 'c0a8f0de-1111-4222-8333-444455556666',
    },
    errors: ['provider_not_configured'],
  })
  run(): JobRequest {
    return { job_type: 'embeddings_run' };
  }
}
