import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import { WINDOW_DAYS } from './domain/signature.js';
import { Signatures } from './signatures.service.js';

export const CASE_SIGNATURES_REFRESH = 'case_signatures_refresh';

/** Takes the project's signatures: of the window that `window_days` in the payload names, else of all. */
@Injectable()
export class CaseSignaturesJob implements JobDefinition {
  readonly type = CASE_SIGNATURES_REFRESH;
  readonly title = 'Take signatures of the project’s recent days, to find similar cases by';
  readonly cadenceSeconds = 604_800;
  readonly timeoutSeconds = 300;

  constructor(
    jobs: JobRegistry,
    private readonly signatures: Signatures,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async run({ projectId, payload, warn }: JobContext): Promise<JobResult> {
    if (!this.config.KAG_ENABLED) return { skipped: 'feature_disabled', flag: 'KAG_ENABLED' };
    const wanted = WINDOW_DAYS.filter((days) => (payload['window_days'] ?? days) === days);
    const refreshed = (await this.signatures.refresh([projectId], wanted, this.clock.now())).get(projectId);
    const { signatures = [], without_snapshots = [...wanted] } = refreshed ?? {};
    if (without_snapshots.length > 0) {
      await warn(
        `no snapshots in the last ${without_snapshots.join(', ')} days: no signature; POST /kag/snapshots/refresh makes them`,
        { window_days: without_snapshots },
      );
    }
    return {
      ...(signatures.length === 0 ? { skipped: 'no_snapshots' } : {}),
      refreshed: signatures.length,
      changed: signatures.filter(({ changed }) => changed).length,
      signatures,
      without_snapshots,
    };
  }
}
