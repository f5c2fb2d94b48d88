import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, oneOf, Operation, orNull, ProjectScoped } from '../http/index.js';
import { RUN_ID_EXAMPLE, Trigger, type JobRequest } from '../jobs/index.js';

@ApiTags('jobs')
@Controller('jobs/embeddings')
export class EmbeddingsController {
  @Post('run')
  @Access('operator')
  @ProjectScoped()
  @Trigger('embeddings_run')
  @Operation({
    id: 'runEmbeddings',
    summary: 'Embed what is waiting, so that search finds it by meaning',
    example: {
      result: {
        processed: 480,
        reused: 12,
        failed: 0,
        remaining: 0,
        status: oneOf(['ok', 'partial'], 'ok'),
        model: 'text-embedding-3-small@1536',
        reason: orNull('the provider does not answer', null),
        duration_ms: 5200,
      },
      job_run_id: RUN_ID_EXAMPLE,
    },
    errors: ['provider_not_configured'],
  })
  run(): JobRequest {
    return { job_type: 'embeddings_run' };
  }
}
