import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { IsTrueOrFalse, IsUuid } from '../../http/index.js';

export class PasswordBody {
  @ApiProperty({ format: 'password', description: 'Your password' })
  @IsString({ message: 'must be text' })
  @Length(1, 1000, { message: 'must be text of 1 to 1000 characters' })
  current_password!: string;
}

export class CodeBody {
  @ApiProperty({ description: 'The six digits that the app shows', example: '123456' })
  @Matches(/^\d{6}$/, { message: 'must be six digits' })
  code!: string;
}

export class ScopeParams {
  @ApiProperty({ format: 'uuid', description: 'Id of the account scope' })
  @IsUuid()
  id!: string;
}

export class ScopeChangeBody {
  @ApiProperty({ description: 'Whether everybody who belongs to it needs a second factor' })
  @IsTrueOrFalse()
  second_factor_required!: boolean;
}
