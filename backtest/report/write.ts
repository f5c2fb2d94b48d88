import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { markdownOf, type Reported } from './markdown.js';
import { reliabilityPlot } from './plots/reliability.js';
import { skillPlot } from './plots/skill.js';

const FOLDER = 'docs/backtest';

/** Writes the report's page and plots, from the project's folder on; returns where. */
export async function writeReport(reported: Reported): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const page = join(FOLDER, 'README.md');
  const rules = await resolveConfig(page);
  await writeFile(page, await format(markdownOf(reported), { ...rules, filepath: page }));
  await writeFile(join(FOLDER, 'reliability.svg'), reliabilityPlot(reported.all));
  await writeFile(join(FOLDER, 'skill.svg'), skillPlot(reported.all));
  return page;
}
