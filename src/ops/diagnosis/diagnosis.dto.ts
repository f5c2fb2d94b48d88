import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, ValidateBy } from 'class-validator';
import { LOCALES, type Locale } from '../../common/locale.js';
import { PageQuery } from '../../http/index.js';

const isOrigin = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length <= 300 &&
  /^https?:\/\//.test(value) &&
  URL.canParse(value) &&
  new URL(value).origin === value;

export class DiagnosisQuery {
  @ApiPropertyOptional({
    example: 'https://app.example.com',
    description: 'Origin of a page that people are signed out of; unset: of the page that asks',
  })
  @IsOptional()
  @ValidateBy(
    { name: 'isOrigin', validator: { validate: isOrigin } },
    { message: 'must be an origin such as https://app.example.com, without a path' },
  )
  origin?: string;

  @ApiPropertyOptional({ enum: LOCALES, default: 'en', description: 'Language of the texts' })
  @IsOptional()
  @IsIn(LOCALES)
  locale: Locale = 'en';
}

export class DiagnosesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: LOCALES, default: 'en', description: 'Language of the texts' })
  @IsOptional()
  @IsIn(LOCALES)
  locale: Locale = 'en';
}
