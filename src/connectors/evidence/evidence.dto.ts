import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, Matches } from 'class-validator';

export const MAX_EVIDENCE = 50;

export class EvidenceQuery {
  @ApiProperty({
    type: String,
    example: 'cw_messages:cwmsg:1:90201,linear_issues_raw:a1d2b3c4-0000-4000-8000-000000000001',
    description: `Evidence refs as source_table:source_pk, separated by commas, ${MAX_EVIDENCE} at most`,
  })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray({ message: 'must name evidence as source_table:source_pk, separated by commas' })
  @ArrayMaxSize(MAX_EVIDENCE, { message: `must name ${MAX_EVIDENCE} pieces of evidence at most` })
  @Matches(/^[a-z_]{1,64}:[\w:./#-]{1,200}$/, {
    each: true,
    message: 'must name evidence as source_table:source_pk, separated by commas',
  })
  refs!: string[];
}
