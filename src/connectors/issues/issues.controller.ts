import { Controller, Get, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Clock } from '../../common/clock.js';
import { decodeCursor } from '../../common/cursor.js';
import { keysetPage } from '../../common/keyset-page.js';
import { dayOf } from '../../common/day.js';
import {
  Access,
  IsOneOf,
  FromReplica,
  named,
  NEXT_CURSOR,
  Operation,
  orNull,
  PageQuery,
  Project,
  ProjectScoped,
  text,
  type ActiveProject,
  QueryFlag,
} from '../../http/index.js';
import { ISSUE_STATES, IssuesRepository, type IssueState } from './issues.repository.js';

class IssuesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ISSUE_STATES, default: 'open', description: 'Open ones, closed ones, or both' })
  @IsOptional()
  @IsOneOf(ISSUE_STATES)
  state: IssueState = 'open';

  @QueryFlag('Only open ones that are past their due date')
  overdue: boolean = false;

  @QueryFlag('Only those that something holds up')
  blocked: boolean = false;
}

const ISSUE_EXAMPLE = named('Issue', {
  id: text('a1d2b3c4-0000-4000-8000-000000000001'),
  identifier: 'WEB-12',
  title: 'Checkout',
  url: orNull('https://linear.app/acme/issue/WEB-12'),
  state: 'In progress',
  state_type: 'started',
  open: true,
  priority: orNull(2),
  due_date: orNull(text('2026-02-05')),
  overdue: true,
  blocked: true,
  blocked_since: orNull('2026-02-03T10:11:12.000Z'),
  labels: ['payments'],
  assignee: orNull('Ilse'),
  created_at: '2026-01-05T09:30:00.000Z',
  updated_at: '2026-02-06T10:11:12.000Z',
  closed_at: orNull('2026-02-07T10:11:12.000Z', null),
});

@ApiTags('conversations')
@Controller('issues')
export class IssuesController {
  constructor(
    private readonly issues: IssuesRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listIssues',
    summary: 'The project’s issues, latest change first, open ones unless asked otherwise',
    description:
      '`overdue`: open, and past its due date by the UTC day. `counts` are of all open issues, whichever are asked for.',
    example: { issues: [ISSUE_EXAMPLE], counts: { open: 9, overdue: 2, blocked: 1 }, next_cursor: NEXT_CURSOR },
  })
  async list(@Project() project: ActiveProject, @Query() query: IssuesQuery) {
    const today = dayOf(this.clock.now());
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['string'])[0];
    const found = await this.issues.list(project.id, query, today, query.limit + 1, after);
    const { rows: issues, next_cursor } = keysetPage(found, query.limit, ({ id }) => [id]);
    return { issues, counts: await this.issues.counts(project.id, today), next_cursor };
  }
}
