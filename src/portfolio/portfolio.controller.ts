import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor, encodeCursor } from '../common/cursor.js';
import {
  absent,
  Access,
  LanguageQuery,
  FromReplica,
  NEXT_CURSOR,
  Operation,
  ProjectInPath,
  Revalidated,
  User,
  type Principal,
} from '../http/index.js';
import { projectNotFound, ProjectParams } from '../projects/index.js';
import { PLACE_PARTS } from './domain/order.js';
import { OVERVIEW_EXAMPLE, PROJECT_EXAMPLE, SERIES_DAYS_EXAMPLE, TOTALS_EXAMPLE } from './examples.js';
import { PortfolioQuery } from './portfolio.dto.js';
import { Portfolio } from './portfolio.service.js';

const NO_PROJECT = 'You reach no project yet: POST /projects makes one';

@ApiTags('portfolio')
@Controller()
export class PortfolioController {
  constructor(private readonly portfolio: Portfolio) {}

  @Get('portfolio')
  @FromReplica()
  @Access('viewer')
  @Revalidated()
  @Operation({
    id: 'getPortfolio',
    summary: 'The projects you reach, those that need somebody first: how each stands, why, and what to do',
    description:
      'From what the last refreshes stored; what has no evidence is left out, as in the routes about one project. Troubled ' +
      'first: by the priority of the most urgent open recommendation, then by how many risks are there, then by the lowest health. ' +
      '`series`: a value for each day of `series_days`. `above_usual`: the risk is likelier within 14 days than in your ' +
      'projects usually; `raised_by`: what raises it most. `likeliest_risk`: one that is there, else the likeliest one that is above the usual. `leaving`: data ' +
      'that the project no longer reads from is being removed, and nothing is told of it until then. `totals` are about all ' +
      'projects that the filters leave, on all pages. The next page needs the same filters and the same sort.',
    example: {
      projects: [PROJECT_EXAMPLE],
      series_days: SERIES_DAYS_EXAMPLE,
      totals: TOTALS_EXAMPLE,
      next_cursor: NEXT_CURSOR,
      hint: absent(NO_PROJECT),
    },
  })
  async list(@Query() query: PortfolioQuery, @User() user: Principal) {
    const { q, risk, category, state, sort, limit, cursor } = query;
    const assignees = [
      ...(query.assignee === undefined ? [] : [query.assignee]),
      ...(query.mine ? [user.username] : []),
    ];
    const after = cursor === undefined ? null : decodeCursor(cursor, PLACE_PARTS[sort]);
    const filter = { q, risk, category, assignees, state };
    const choice = { filter, sort, limit, after };
    const { reached, projects, totals, last } = await this.portfolio.page(
      { userId: user.id },
      choice,
      query.locale ?? null,
    );
    return {
      projects,
      series_days: this.portfolio.seriesDays(),
      totals,
      next_cursor: last === null ? null : encodeCursor(last),
      ...(reached === 0 ? { hint: NO_PROJECT } : {}),
    };
  }

  @Get('projects/:id/overview')
  @FromReplica()
  @Access('viewer')
  @ProjectInPath({ whileLeaving: false })
  @Revalidated()
  @Operation({
    id: 'getProjectOverview',
    summary: 'How a project stands, why, and what to do: as GET /portfolio tells it',
    description: 'See GET /portfolio. Here all open recommendations are told in words.',
    example: { project: OVERVIEW_EXAMPLE, series_days: SERIES_DAYS_EXAMPLE },
    errors: ['project_not_found', 'data_leaving'],
  })
  async overview(@Param() { id }: ProjectParams, @Query() query: LanguageQuery, @User() user: Principal) {
    const project = await this.portfolio.one(user.id, id, query.locale ?? null);
    // Removed since the guard saw it.
    if (!project) throw projectNotFound(id);
    return { project, series_days: this.portfolio.seriesDays() };
  }
}
