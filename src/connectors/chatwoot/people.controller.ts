import { Controller, Get, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Clock } from '../../common/clock.js';
import { DAY_MS } from '../../common/time-units.js';
import {
  Access,
  IsCount,
  FromReplica,
  named,
  oneOf,
  Operation,
  orNull,
  Project,
  ProjectScoped,
  type ActiveProject,
} from '../../http/index.js';
import { PeopleRepository } from './people.repository.js';

const MAX_DAYS = 400;
const USUAL_DAYS = 90;
const MAX_PEOPLE = 200;
const USUAL_PEOPLE = 50;

class PeopleQuery {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: MAX_DAYS,
    default: USUAL_DAYS,
    description: 'Those who wrote in so many days',
  })
  @IsOptional()
  @IsCount(MAX_DAYS)
  days: number = USUAL_DAYS;

  @ApiPropertyOptional({ minimum: 1, maximum: MAX_PEOPLE, default: USUAL_PEOPLE, description: 'People at most' })
  @IsOptional()
  @IsCount(MAX_PEOPLE)
  limit: number = USUAL_PEOPLE;
}

@ApiTags('conversations')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listPeople',
    summary: 'Who writes in the project’s conversations, of the client and of the team, those who wrote last first',
    example: {
      people: [
        named('Speaker', {
          name: orNull('Noor Haddad'),
          side: oneOf(['client', 'team'], 'client'),
          messages: 14,
          first_at: '2026-01-05T09:30:00.000Z',
          last_at: '2026-02-03T10:11:12.000Z',
        }),
      ],
    },
  })
  async list(@Project() project: ActiveProject, @Query() { days, limit }: PeopleQuery) {
    const since = new Date(this.clock.now().getTime() - days * DAY_MS);
    return { people: await this.people.speakers(project.id, since, limit) };
  }
}
