import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IfGiven } from '../http/index.js';

export class LoginBody {
  @ApiProperty({ description: 'Login, in whatever case', example: 'admin' })
  @IsString({ message: 'must be text' })
  @Length(1, 200, { message: 'must be text of 1 to 200 characters' })
  username!: string;

  @ApiProperty({ description: 'Password', format: 'password' })
  @IsString({ message: 'must be text' })
  // Bounded: hashing takes work by its length.
  @Length(1, 1000, { message: 'must be text of 1 to 1000 characters' })
  password!: string;

  @ApiPropertyOptional({
    description: 'Code of your authenticator app, or a recovery code, where you have a second factor',
    example: '123456',
  })
  @IfGiven()
  @IsString({ message: 'must be text' })
  @Length(6, 40, { message: 'must be six digits, or a recovery code' })
  code?: string;
}
