import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, Length, MaxLength, ValidateIf } from 'class-validator';
import { Fits, IfGiven, IsDay, IsOneOf, storable, trimmed } from '../http/index.js';
import { RESOLUTIONS, type Resolution, type Status } from './domain/lifecycle.js';

// Fields that bodies of several routes have. What is checked first stands first, as with decorators from the bottom up.

/** What the rest of a body says, as far as these fields look at it. */
interface Said {
  status?: Status;
  resolution?: Resolution;
}

/** Days and words belong to some of the moves only. */
const ForStatus = (statuses: readonly Status[]) =>
  ValidateIf(({ status }: Said, value) => value !== undefined || isOneOf(statuses, status));
const isOneOf = (statuses: readonly Status[], status: Status | undefined) =>
  status !== undefined && statuses.includes(status);
const RESOLVED = ['done', 'dismissed'] as const;

export const Until = () =>
  applyDecorators(
    IsDay(),
    Fits<Said>('isForSnoozed', 'goes with the status snoozed only', (_value, { status }) => status === 'snoozed'),
    ForStatus(['snoozed']),
    ApiPropertyOptional({
      format: 'date',
      example: '2026-02-12',
      description: 'The day on which a snoozed one comes back; with `snoozed` only, and needed there',
    }),
  );

export const Resolved = () =>
  applyDecorators(
    IsOneOf(RESOLUTIONS),
    Fits<Said>('isForResolved', 'goes with the statuses done and dismissed only', (_value, { status }) =>
      isOneOf(RESOLVED, status),
    ),
    IsOptional(),
    ApiPropertyOptional({
      enum: RESOLUTIONS,
      example: 'prevented',
      description: 'What became of the risk; with `done` and `dismissed` only',
    }),
  );

export const ResolutionNote = () =>
  applyDecorators(
    IsString({ message: 'must be a text' }),
    MaxLength(2000, { message: 'must have 2000 characters at most' }),
    Fits<Said>('isForResolution', 'goes with a resolution only', (_value, { resolution }) => resolution !== undefined),
    Transform(storable),
    IsOptional(),
    ApiPropertyOptional({ maxLength: 2000, example: 'We called them', description: 'A word on the resolution' }),
  );

export const Assignee = () =>
  applyDecorators(
    Length(1, 120, { message: 'must be text of 1 to 120 characters, or null' }),
    Transform(trimmed),
    ValidateIf((_body, value) => value !== undefined && value !== null),
    ApiPropertyOptional({
      type: String,
      nullable: true,
      minLength: 1,
      maxLength: 120,
      example: 'olga',
      description: 'Who does it: a user’s login or any name; null: no one in particular',
    }),
  );

export const DueDate = () =>
  applyDecorators(
    IsDay(),
    IfGiven(),
    ApiPropertyOptional({ format: 'date', example: '2026-02-12', description: 'Until when: today or a later day' }),
  );
