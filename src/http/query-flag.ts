import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional } from 'class-validator';
import { IsTrueOrFalse, toBoolean } from './fields/boolean.js';

/** A field of a query that is true, false, or left out, which is false. */
export const QueryFlag = (description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: Boolean, default: false, description }),
    IsOptional(),
    Transform(toBoolean),
    IsTrueOrFalse(),
  );
