import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { labelledSentences } from '../training/sentences.js';
import { asUsed, type Judges, rulesAlone } from './sentences/judges.js';
import { worseThanRules } from './sentences/marks.js';
import { measureAll, measureDays, measureMood } from './sentences/measure.js';
import { type Figures, pageOf } from './sentences/page.js';

const PAGE = join(import.meta.dirname.replace(/\bdist\/evaluate$/, 'evaluate'), '../docs/quality.md');

const { values } = parseArgs({ options: { check: { type: 'boolean' }, wrong: { type: 'boolean' } } });
const all = labelledSentences();
const held = all.filter((one) => one.held);
const figuresOf = (judges: Judges): Figures => ({
  detectors: measureAll(held, judges),
  days: measureDays(held, judges),
  mood: measureMood(held, judges),
});
const [used, rules] = [figuresOf(asUsed), figuresOf(rulesAlone)];
const page = pageOf(used, rules, { trained: all.length - held.length, held: held.length });
process.stdout.write(page);
if (values.wrong) {
  for (const { detector, wrong } of used.detectors) process.stdout.write(`\n${detector}\n${wrong.join('\n')}\n`);
  process.stdout.write(`\nmood\n${used.mood.wrong.join('\n')}\n`);
}
if (!values.check) writeFileSync(PAGE, page);
else {
  const faults = worseThanRules(used, rules);
  if (readFileSync(PAGE, 'utf8') !== page) faults.push('docs/quality.md is not up to date: npm run evaluate writes it');
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
