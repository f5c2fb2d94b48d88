import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsUUID, Matches } from 'class-validator';
import { IfGiven, ROLES, type Role } from '../http/index.js';
import { IsNewPassword, PASSWORD } from './own-password/new-password.dto.js';

const IsScopeIds = () => (target: object, property: string) => {
  for (const check of [
    IsArray({ message: 'must be a list of account scope ids' }),
    ArrayMaxSize(100, { message: 'must be a list of at most 100 ids' }),
    ArrayUnique({ message: 'must not name a scope twice' }),
    IsUUID(undefined, { each: true, message: 'must be a list of uuids' }),
  ]) {
    check(target, property);
  }
};

export class UserParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the user' })
  @IsUUID(undefined, { message: 'must be a uuid' })
  id!: string;
}

export class NewUserBody {
  @ApiProperty({ minLength: 2, maxLength: 120, description: 'Login; kept in lower case', example: 'ann' })
  @Matches(/^[^\s\p{C}]{2,120}$/u, { message: 'must be 2 to 120 characters without spaces' })
  username!: string;

  @ApiProperty({ ...PASSWORD, description: 'Password of 12 characters or more' })
  @IsNewPassword()
  password!: string;

  @ApiProperty({ enum: ROLES, description: 'Each role includes the ones before it' })
  @IsIn(ROLES, { message: `must be one of ${ROLES.join(', ')}` })
  role!: Role;

  @ApiPropertyOptional({
    type: [String],
    description:
      'Account scopes the user belongs to, of those that you belong to. Unset: your only one, if you have just one',
  })
  @IfGiven()
  @IsScopeIds()
  account_scope_ids?: string[];
}

export class UserChangeBody {
  @ApiPropertyOptional({ enum: ROLES, description: 'New role' })
  @IfGiven()
  @IsIn(ROLES, { message: `must be one of ${ROLES.join(', ')}` })
  role?: Role;

  @ApiPropertyOptional({ ...PASSWORD, description: 'New password of 12 characters or more' })
  @IfGiven()
  @IsNewPassword()
  password?: string;

  @ApiPropertyOptional({ description: 'Whether the user is kept out' })
  @IfGiven()
  @IsBoolean({ message: 'must be true or false' })
  disabled?: boolean;

  @ApiPropertyOptional({
    type: [String],
    description: 'Account scopes the user shall belong to, of those that you belong to; other scopes stay as they are',
  })
  @IfGiven()
  @IsScopeIds()
  account_scope_ids?: string[];
}
