import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

/** Long, and of any signs: rules about their kinds make passwords worse, not better. */
export const PASSWORD = { minLength: 12, maxLength: 200, format: 'password' };

export const IsNewPassword = () => (target: object, property: string) => {
  IsString({ message: 'must be text' })(target, property);
  Length(12, 200, { message: 'must be 12 to 200 characters long' })(target, property);
};

export class PasswordChangeBody {
  @ApiProperty({ format: 'password', description: 'The password that you have now' })
  @IsString({ message: 'must be text' })
  @Length(1, 1000, { message: 'must be text of 1 to 1000 characters' })
  current_password!: string;

  @ApiProperty({ ...PASSWORD, description: 'The one that you want: 12 characters or more, and no common one' })
  @IsNewPassword()
  new_password!: string;
}
