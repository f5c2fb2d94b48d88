import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { IfGiven, IsOneOf, IsUuid, ROLES, type Role } from '../../http/index.js';

const MAX_DAYS = 365;

export class NewTokenBody {
  @ApiProperty({ minLength: 1, maxLength: 100, description: 'What it is for', example: 'nightly report' })
  @Matches(/^(?=.*\S)[^\p{C}]{1,100}$/u, { message: 'must be text of 1 to 100 characters' })
  name!: string;

  @ApiProperty({ enum: ROLES, description: 'What it may do: your role, or less' })
  @IsOneOf(ROLES)
  role!: Role;

  @ApiProperty({ minimum: 1, maximum: MAX_DAYS, description: 'Days after which it ends', example: 90 })
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: `must be 1 to ${MAX_DAYS}` })
  @Max(MAX_DAYS, { message: `must be 1 to ${MAX_DAYS}` })
  expires_in_days!: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'The only project it is good for' })
  @IfGiven()
  @IsUuid()
  project_id?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The only account scope it is good for' })
  @IfGiven()
  @IsUuid()
  account_scope_id?: string;
}

export class TokenParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the token' })
  @IsUuid()
  id!: string;
}
