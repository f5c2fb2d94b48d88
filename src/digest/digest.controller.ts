import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../common/clock.js';
import { dayOf } from '../common/day.js';
import {
  Access,
  FromReplica,
  Operation,
  oneOf,
  Revalidated,
  User,
  validationFailed,
  type Principal,
} from '../http/index.js';
import { ProjectLocales } from '../projects/index.js';
import { Digests } from './digest.service.js';
import { DigestQuery } from './digest.dto.js';
import { lastFullDay, PERIODS, spanUpTo } from './domain/span.js';
import { DIGEST } from './examples.js';

/** Nothing is known of days before, and some of these PostgreSQL can't name. */
const FIRST_DAY = '2000-01-01';

@ApiTags('digest')
@Controller('digest')
export class DigestController {
  constructor(
    private readonly digests: Digests,
    private readonly locales: ProjectLocales,
    private readonly clock: Clock,
  ) {}

  @Get()
  @FromReplica()
  @Access('viewer')
  @Revalidated()
  @Operation({
    id: 'getDigest',
    summary: 'What changed in the projects you reach, who needs attention, and what was done',
    description:
      'Of a UTC day, or of seven: health that moved by 10 points or more, risks that came about, were over, or became ' +
      'likelier or less likely by 10 percentage points or more within 14 days, and recommendations that opened, whose ' +
      'reason is gone, or that somebody did or dismissed. What has no evidence is left out. `link`: the path at which ' +
      'the pages show what the words rest on. `attention`: the projects that need somebody now, as GET /portfolio ' +
      'orders them, the first 20; null for days before the latest, since it is about now. `quiet`: nothing changed ' +
      'and nothing was done. `totals` count all; each list has 100 lines at most.',
    example: { period: oneOf(PERIODS, 'day'), ...DIGEST },
  })
  async show(@Query() { date, period, locale }: DigestQuery, @User() user: Principal) {
    const now = this.clock.now();
    const to = date ?? lastFullDay(now);
    if (to < FIRST_DAY) throw validationFailed([{ path: 'date', problem: `must not lie before ${FIRST_DAY}` }]);
    if (to > dayOf(now)) throw validationFailed([{ path: 'date', problem: 'must not lie ahead' }]);
    const language = locale ?? this.locales.orUsual(null);
    return { period, ...(await this.digests.of({ userId: user.id }, spanUpTo(to, period), language)) };
  }
}
