import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Operation, Public, rawBodyOf, validationFailed } from '../../http/index.js';
import { CONNECTORS } from '../core/contract.js';
import { WebhookIntake } from './webhook-intake.js';

const uuid = new ParseUUIDPipe({
  exceptionFactory: () => validationFailed([{ path: 'source_id', problem: 'must be a uuid' }]),
});

@ApiTags('connectors')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly intake: WebhookIntake) {}

  @Post(':connector/:source_id')
  @HttpCode(200)
  @Public()
  @ApiParam({ name: 'connector', enum: CONNECTORS, description: 'The vendor' })
  @ApiParam({ name: 'source_id', format: 'uuid', description: 'Last part of the source’s webhook_path' })
  @Operation({
    id: 'takeWebhook',
    summary: 'Take a vendor’s webhook in',
    description:
      'For the vendor to call; how to have it do so, webhook_steps of GET /projects/{id}/sources/{connector} tells. Signed with the source’s webhook_secret. A delivery makes the records it names due to be read again; a second one of the same id changes nothing.',
    example: { taken: true },
    errors: ['unauthorized'],
  })
  async take(
    @Param('connector') connector: string,
    @Param('source_id', uuid) sourceId: string,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
  ) {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    return { taken: await this.intake.take(connector, sourceId, { headers, rawBody: rawBodyOf(request), body }) };
  }
}
