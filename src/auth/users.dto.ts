import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsObject,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { IfGiven, IsOneOf, IsTrueOrFalse, IsUuid, ROLES, type Role } from '../http/index.js';
import { IsNewPassword, PASSWORD } from './own-password/new-password.dto.js';

/** An account scope and a role in it. */
export class MembershipBody {
  @ApiProperty({ format: 'uuid', description: 'Id of an account scope that you administer' })
  @IsUuid()
  account_scope_id!: string;

  @ApiProperty({ enum: ROLES, description: 'Role in this scope; each role includes the ones before it' })
  @IsOneOf(ROLES)
  role!: Role;
}

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
  @IsUuid()
  id!: string;
}

export class NewUserBody {
  @ApiProperty({ minLength: 2, maxLength: 120, description: 'Login; kept in lower case', example: 'ann' })
  @Matches(/^[^\s\p{C}]{2,120}$/u, { message: 'must be 2 to 120 characters without spaces' })
  username!: string;

  @ApiProperty({ ...PASSWORD, description: 'Password of 12 characters or more' })
  @IsNewPassword()
  password!: string;

  @ApiProperty({ enum: ROLES, description: 'Role in each of the scopes; each role includes the ones before it' })
  @IsOneOf(ROLES)
  role!: Role;

  @ApiPropertyOptional({
    type: [String],
    description:
      'Account scopes the user belongs to, one at least, of those that you administer. Unset: the only one, if you ' +
      'administer just one',
  })
  @IfGiven()
  @ArrayNotEmpty({ message: 'must name an account scope at least' })
  @IsScopeIds()
  account_scope_ids?: string[];
}

export class UserChangeBody {
  @ApiPropertyOptional({ enum: ROLES, description: 'New role in all account scopes that you administer' })
  @IfGiven()
  @IsOneOf(ROLES)
  role?: Role;

  @ApiPropertyOptional({ ...PASSWORD, description: 'New password of 12 characters or more' })
  @IfGiven()
  @IsNewPassword()
  password?: string;

  @ApiPropertyOptional({ description: 'Whether the user is kept out' })
  @IfGiven()
  @IsTrueOrFalse()
  disabled?: boolean;

  @ApiPropertyOptional({
    type: [String],
    description:
      'Account scopes the user is to belong to, of those that you administer; other scopes stay as they are. In a new ' +
      'one the user gets `role`, else the role that you see',
  })
  @IfGiven()
  @IsScopeIds()
  account_scope_ids?: string[];

  @ApiPropertyOptional({
    type: [MembershipBody],
    description:
      'Account scopes and roles that the user is to have, of those that you administer; instead of role and ' +
      'account_scope_ids',
  })
  @IfGiven()
  @IsArray({ message: 'must be a list of account scopes with roles' })
  @ArrayMaxSize(100, { message: 'must be a list of at most 100 memberships' })
  @ArrayUnique((one?: { account_scope_id?: unknown }) => one?.account_scope_id, {
    message: 'must not name a scope twice',
  })
  @ValidateNested({ each: true })
  // A list in the list would be taken for more of them.
  @IsObject({ each: true, message: 'must be objects with an account scope and a role' })
  @Type(() => MembershipBody)
  memberships?: MembershipBody[];
}
