import { Controller, Get, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { decodeCursor } from '../../common/cursor.js';
import { keysetPage } from '../../common/keyset-page.js';
import {
  Access,
  decimal,
  IsOneOf,
  FromReplica,
  named,
  NEXT_CURSOR,
  oneOf,
  Operation,
  orNull,
  PageQuery,
  Project,
  ProjectScoped,
  text,
  type ActiveProject,
} from '../../http/index.js';
import { DEAL_STATES, DealsRepository, type DealState } from './deals.repository.js';

class DealsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DEAL_STATES, default: 'open', description: 'Open ones, won ones, lost ones, or all' })
  @IsOptional()
  @IsOneOf(DEAL_STATES)
  state: DealState = 'open';
}

const DEAL_EXAMPLE = named('Deal', {
  id: text('a1d2b3c4-0000-4000-8000-000000000002'),
  name: orNull('Acme shop'),
  stage: orNull('In progress'),
  status: oneOf(['open', 'won', 'lost'], 'open'),
  stage_since: orNull(text('2026-02-03T10:11:12.000Z')),
  amount: orNull(decimal(18_500)),
  currency: orNull('EUR'),
  planned_budget: orNull(decimal(12_000)),
  cost: orNull(decimal(10_300)),
  owner: orNull('Olga'),
  url: orNull('https://app.attio.com/acme/deals/record/a1d2b3c4'),
  created_at: '2026-01-05T09:30:00.000Z',
  closed_at: orNull('2026-02-07T10:11:12.000Z', null),
});

@ApiTags('conversations')
@Controller('deals')
export class DealsController {
  constructor(private readonly deals: DealsRepository) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Operation({
    id: 'listDeals',
    summary: 'The project’s deals, latest first, open ones unless asked otherwise',
    example: { deals: [DEAL_EXAMPLE], next_cursor: NEXT_CURSOR },
  })
  async list(@Project() project: ActiveProject, @Query() { state, limit, cursor }: DealsQuery) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['string'])[0];
    const found = await this.deals.list(project.id, state, limit + 1, after);
    const { rows: deals, next_cursor } = keysetPage(found, limit, ({ id }) => [id]);
    return { deals, next_cursor };
  }
}
