import { check } from '../check.js';
import { ago, quoted } from '../wording.js';

const PIPELINE = /^(kag_|case_signatures)/;

export const pipelineWarnings = check({
  id: 'pipeline_warnings',
  section: 'daily_pipeline',
  title: 'The last runs warned of nothing',
  needs: ['processes'],
  look({ processes, now }) {
    const warnings = processes.warnings.filter(({ process }) => PIPELINE.test(process));
    const expected = 'No process_warning of the last run of any step.';
    if (warnings.length === 0) return { status: 'ok', observed: 'None.', expected };
    return {
      status: 'warn',
      observed: warnings
        .slice(0, 5)
        .map(({ process, warning, at }) => `${process}, ${ago(at, now)}: ${quoted(warning, 160)}`)
        .join(' '),
      expected,
    };
  },
});
