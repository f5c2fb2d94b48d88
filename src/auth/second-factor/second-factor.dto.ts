import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, IsUUID, Length, Matches } from 'class-validator';

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
  @IsUUID(undefined, { message: 'must be a uuid' })
  id!: string;
}

export class ScopeChangeBody {
  @ApiProperty({ description: 'Whether everybody who belongs to it needs a second factor' })
  @IsBoolean({ message: 'must be true or false' })
  second_factor_required!: boolean;
}
