import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { JobRegistry, type BatchJobDefinition, type JobContext, type JobResult } from '../jobs/index.js';
import { skippedResult } from '../common/feature-flags.js';
import { WINDOW_DAYS } from './domain/signature.js';
import { Signatures, type RefreshedSignatures } from './signatures.service.js';

export const CASE_SIGNATURES_REFRESH = 'case_signatures_refresh';

/** Takes the projects' signatures: of the window that `window_days` in the payload names, else of all. */
@Injectable()
export class CaseSignaturesJob implements BatchJobDefinition {
  readonly type = CASE_SIGNATURES_REFRESH;
  readonly title = 'Take signatures of the project’s recent days, to find similar cases by';
  readonly cadenceSeconds = 604_800;
  readonly timeoutSeconds = 300;
  readonly reads = ['projects', 'records', 'events', 'days', 'signatures'] as const;
  readonly writes = ['signatures'] as const;
  readonly feature = 'signatures';

  constructor(
    jobs: JobRegistry,
    private readonly signatures: Signatures,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async runTogether(contexts: readonly JobContext[]): Promise<Map<string, JobResult>> {
    const skipped = skippedResult(this.config, this.feature);
    if (skipped) return new Map(contexts.map(({ projectId }) => [projectId, { ...skipped }]));
    const results = new Map<string, JobResult>();
    // A requested run may name one window; those of the schedule all want the same.
    for (const [wanted, some] of byWindows(contexts)) {
      const ids = some.map(({ projectId }) => projectId);
      const refreshed = await this.signatures.refresh(ids, wanted, this.clock.now());
      for (const context of some)
        results.set(context.projectId, resultOf(context, wanted, refreshed.get(context.projectId)));
    }
    return results;
  }
}

type Windows = readonly (typeof WINDOW_DAYS)[number][];

function byWindows(contexts: readonly JobContext[]): Map<Windows, JobContext[]> {
  const groups = new Map<string, [Windows, JobContext[]]>();
  for (const context of contexts) {
    const wanted = WINDOW_DAYS.filter((days) => (context.payload['window_days'] ?? days) === days);
    const group = groups.get(wanted.join()) ?? [wanted, []];
    groups.set(wanted.join(), group);
    group[1].push(context);
  }
  return new Map(groups.values());
}

function resultOf(context: JobContext, wanted: Windows, refreshed: RefreshedSignatures | undefined): JobResult {
  const { signatures = [], past_windows = 0, without_snapshots = [...wanted] } = refreshed ?? {};
  if (without_snapshots.length > 0) {
    context.warn(
      `no snapshots in the last ${without_snapshots.join(', ')} days: no signature; POST /kag/snapshots/refresh makes them`,
      { window_days: without_snapshots },
    );
  }
  return {
    ...(signatures.length + past_windows === 0 ? { skipped: 'no_snapshots' } : {}),
    refreshed: signatures.length,
    changed: signatures.filter(({ changed }) => changed).length,
    past_windows,
    signatures,
    without_snapshots,
  };
}
