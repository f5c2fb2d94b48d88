import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledSentences } from '../../training/sentences.js';
import { asUsed, type Judges, rulesAlone } from './judges.js';
import { fallenBelow, worseThanRules } from './marks.js';
import { measureAll, measureDays, measureMood } from './measure.js';
import { type Figures, pageOf } from './page.js';

const PAGE = join(import.meta.dirname.replace(/\bdist\/evaluate\b/, 'evaluate'), '../../docs/quality.md');

interface Wishes {
  /** Whether to compare with docs/quality.md instead of writing it. */
  readonly check: boolean;
  /** Whether to print the sentences that are judged wrongly. */
  readonly wrong: boolean;
}

/** Prints how well sentences that training never saw are understood, and returns what must not stay so. */
export function evaluateSentences({ check, wrong }: Wishes, print: (text: string) => void): string[] {
  const all = labelledSentences();
  const held = all.filter((one) => one.held);
  const used = figuresOf(held, asUsed);
  const rules = figuresOf(held, rulesAlone);
  const page = pageOf(used, rules, { trained: all.length - held.length, held: held.length });
  print(page);
  if (wrong) {
    for (const one of used.detectors) print(`\n${one.detector}\n${one.wrong.join('\n')}\n`);
    print(`\nmood\n${used.mood.wrong.join('\n')}\n`);
  }
  const faults = [...worseThanRules(used, rules), ...fallenBelow(used)];
  if (!check) writeFileSync(PAGE, page);
  else if (readFileSync(PAGE, 'utf8') !== page)
    faults.push('docs/quality.md is not up to date: npm run evaluate -- sentences writes it');
  return faults;
}

const figuresOf = (held: ReturnType<typeof labelledSentences>, judges: Judges): Figures => ({
  detectors: measureAll(held, judges),
  days: measureDays(held, judges),
  mood: measureMood(held, judges),
});
