import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { IfGiven, IsUuid } from '../../http/index.js';

export class StartQuery {
  @ApiPropertyOptional({ description: 'Path of the page here that it all goes back to', example: '/ops' })
  @IfGiven()
  @IsString({ message: 'must be text' })
  @Length(1, 500, { message: 'must be a path of 1 to 500 characters' })
  return_to?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Whether you prove yourself again at the provider, though it knows you',
  })
  @IfGiven()
  @IsIn(['true', 'false'], { message: 'must be true or false' })
  fresh?: 'true' | 'false';
}

export class IdentityParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the user' })
  @IsUuid()
  id!: string;

  @ApiProperty({ format: 'uuid', description: 'Id of the identity' })
  @IsUuid()
  identity_id!: string;
}

export class NewIdentityBody {
  @ApiProperty({
    minLength: 1,
    maxLength: 255,
    description: 'What the identity provider calls the person for good (`sub`); a refused sign-in names it',
    example: '00u1a2b3c4',
  })
  @IsString({ message: 'must be text' })
  @Length(1, 255, { message: 'must be text of 1 to 255 characters' })
  subject!: string;
}
