import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, IsOptional, IsString, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { IsOneOf, QueryFlag } from '../http/index.js';
import { CONNECTORS, type ConnectorName } from './domain/connectors.js';
import { ProjectParams } from './projects.dto.js';

export class SourceParams extends ProjectParams {
  @ApiProperty({ enum: CONNECTORS, description: 'The vendor' })
  @IsOneOf(CONNECTORS)
  connector!: ConnectorName;
}

export class SourceQuery {
  @QueryFlag('Only says what would leave the project with this change; nothing is written')
  preview: boolean = false;
}

export class SourceCredentialsBody {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description:
      'Token of the vendor’s API; stored sealed and never shown again. Unset keeps the stored one, null removes it: then the environment’s applies',
    example: 'lin_api_…',
  })
  @ValidateIf(
    ({ api_token, webhook_secret }: SourceCredentialsBody) =>
      api_token !== null && (api_token !== undefined || webhook_secret === undefined),
  )
  // It goes into a header as it is.
  @Matches(/^[\x21-\x7e]{1,4096}$/, { message: 'must be 1 to 4096 printable characters without spaces' })
  api_token?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description:
      'What the vendor signs its webhooks with, as it shows it to you (see webhook_steps of the source); stored sealed and never shown again. Unset keeps the stored one, null removes it: then webhooks are refused',
    example: 'whsec_…',
  })
  @IsOptional()
  @Matches(/^[\x21-\x7e]{8,4096}$/, { message: 'must be 8 to 4096 printable characters without spaces' })
  webhook_secret?: string | null;
}

export class SourceBody {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Account or workspace at the vendor; null: the environment’s',
    example: '1',
  })
  @ValidateIf((body: SourceBody) => body.external_id !== null)
  @IsDefined({ message: 'must be there, null to take the environment’s' })
  @IsString({ message: 'must be text or null' })
  external_id!: string | null;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { anyOf: [{ type: 'integer' }, { type: 'string' }] } },
    description:
      'Narrows the source by lists of ids, as `inbox_ids`; a name that is not the vendor’s is refused with those that are. Unset: everything',
    example: { inbox_ids: [3] },
  })
  @IsOptional()
  @IsObject({ message: 'must be an object of id lists' })
  filter?: Record<string, unknown>;

  @ApiPropertyOptional({
    type: SourceCredentialsBody,
    nullable: true,
    description: 'Credentials of this project’s own. Unset keeps all that are stored, null removes them',
  })
  @IsOptional()
  @IsObject({ message: 'must be an object with an api_token or a webhook_secret, or null' })
  @ValidateNested()
  @Type(() => SourceCredentialsBody)
  credentials?: SourceCredentialsBody | null;
}
