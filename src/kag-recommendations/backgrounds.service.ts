import { Injectable } from '@nestjs/common';
import { type WorkingTime, workingTimeOf } from '../common/working-time/working-time.js';
import { OnsetsRepository } from '../kag-snapshots/index.js';
import { WorkingCalendars } from '../projects/index.js';
import { DealMovesRepository } from './deal-moves.repository.js';
import { lostDealOf } from './domain/lost-deal.js';
import type { Background } from './domain/situation-of.js';

export type ProjectBackground = Background & { time: WorkingTime };

/** What recommendations read beside signals and forecasts. Three statements, however many projects. */
@Injectable()
export class Backgrounds {
  constructor(
    private readonly onsets: OnsetsRepository,
    private readonly moves: DealMovesRepository,
    private readonly calendars: WorkingCalendars,
  ) {}

  async of(projectIds: readonly string[], now: Date): Promise<(projectId: string) => ProjectBackground> {
    const onsets = await this.onsets.openOf(projectIds);
    const moves = await this.moves.of(projectIds, now);
    const calendars = await this.calendars.of(projectIds);
    return (projectId) => ({
      onsets: onsets.get(projectId) ?? [],
      lost: lostDealOf(moves.get(projectId) ?? []),
      time: workingTimeOf(calendars(projectId)),
    });
  }
}
