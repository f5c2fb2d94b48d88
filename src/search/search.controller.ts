import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, FromReplica, Limited, Operation, Project, ProjectScoped, type ActiveProject } from '../http/index.js';
import { SEARCH_EXAMPLE } from './examples.js';
import { SearchMetrics } from './search-metrics.js';
import { SearchLink, SearchRequest } from './search.dto.js';
import { SearchService } from './search.service.js';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(
    private readonly search: SearchService,
    private readonly metrics: SearchMetrics,
  ) {}

  @Post()
  @FromReplica()
  @HttpCode(200)
  @Access('viewer')
  @ProjectScoped()
  @Limited('search')
  @Operation({
    id: 'search',
    summary: 'Find what was said and written',
    description:
      'hybrid joins meaning (vector) and words (lexical) by weighted reciprocal rank fusion; identifiers, e-mail addresses ' +
      'and phone numbers in the query come first. `score` orders the answer, `ranks` says where each list had the result, ' +
      '`distance` is the cosine distance. `highlights` are the places in `text` that have words of the query, in UTF-16 units. ' +
      '`facets` count the texts considered, by kind and by who said them. `neighbours` shows what was said before and after ' +
      'each result. `degraded` and `reason` tell that texts lack their vectors or that the provider is down: words alone find them then.',
    effect: 'reads only',
    example: SEARCH_EXAMPLE,
  })
  find(@Project() project: ActiveProject, @Body() body: SearchRequest) {
    return this.metrics.time(body.mode, () => this.search.search(project.id, body));
  }

  @Get()
  @FromReplica()
  @Access('viewer')
  @ProjectScoped()
  @Limited('search')
  @Operation({
    id: 'openSearch',
    summary: 'The same as POST /search, by an address that can be kept and passed on',
    description: 'Name the project in `project_id`, so that the address means the same to everybody who reaches it.',
    example: SEARCH_EXAMPLE,
  })
  open(@Project() project: ActiveProject, @Query() { q, topK, mode, neighbours, ...filter }: SearchLink) {
    return this.metrics.time(mode, () => this.search.search(project.id, { query: q, topK, mode, neighbours, filter }));
  }
}
