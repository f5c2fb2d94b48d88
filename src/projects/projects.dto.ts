import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Length, Matches } from 'class-validator';

/** No control characters and no half surrogates: PostgreSQL stores neither in text nor in JSON. */
const PLAIN_TEXT = /^(?=.*\S)[^\p{Cc}\p{Cs}]+$/u;

export class ProjectParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the project' })
  @IsUUID(undefined, { message: 'must be a uuid' })
  id!: string;
}

export class NewProjectBody {
  @ApiProperty({ minLength: 2, maxLength: 160, description: 'Name of the client project', example: 'Acme' })
  @Length(2, 160, { message: 'must be text of 2 to 160 characters' })
  @Matches(PLAIN_TEXT, { message: 'must be readable text on one line' })
  name!: string;

  @ApiPropertyOptional({
    description: 'Account scope of the project; a new key makes a scope. Unset: your only scope, else the default one',
    example: 'agency',
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
    message: 'must be 1 to 64 letters, digits, dots, dashes or underscores, the first one a letter or digit',
  })
  account_scope_key?: string;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 160,
    description: 'Name of the scope if its key is new',
    example: 'The Agency',
  })
  @IsOptional()
  @Length(1, 160, { message: 'must be text of 1 to 160 characters' })
  @Matches(PLAIN_TEXT, { message: 'must be readable text on one line' })
  account_scope_name?: string;
}
