import { check } from '../check.js';
import { quoted } from '../wording.js';

const PIPELINE = /^(kag_|case_signatures)/;

export const pipelineWarnings = check({
  id: 'pipeline_warnings',
  section: 'daily_pipeline',
  title: { en: 'The last runs warned of nothing', ru: 'Последние запуски прошли без предупреждений' },
  trouble: { en: 'The last runs gave warnings', ru: 'Последние запуски дали предупреждения' },
  needs: ['processes'],
  look({ processes, now, words }) {
    const { say, ago } = words;
    const warnings = processes.warnings.filter(({ process }) => PIPELINE.test(process));
    const expected = say(
      'No process_warning of the last run of any step.',
      'У последних запусков шагов нет process_warning.',
    );
    if (warnings.length === 0) return { status: 'ok', observed: say('None.', 'Нет.'), expected };
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
