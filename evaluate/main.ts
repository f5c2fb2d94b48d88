import { evaluateSearch } from './search/evaluate-search.js';
import { evaluateSentences } from './sentences/evaluate-sentences.js';
import { USAGE } from './usage.js';

/** One conversation of so many is looked at. */
const EVERY: Readonly<Record<string, number>> = { '--quick': 8, '': 4, '--all': 1 };
const OF_SENTENCES = ['--check', '--wrong'];

const [part, ...given] = process.argv.slice(2);
const every = given.length < 2 ? EVERY[given[0] ?? ''] : undefined;
if (part === 'search' && every !== undefined) {
  const file = process.env['EVALUATE_CONVERSATIONS'];
  if (!file) throw new Error('EVALUATE_CONVERSATIONS names no file of conversations');
  await evaluateSearch(file, every, (line) => console.log(line));
} else if (part === 'sentences' && given.every((one) => OF_SENTENCES.includes(one))) {
  const faults = evaluateSentences({ check: given.includes('--check'), wrong: given.includes('--wrong') }, (text) =>
    process.stdout.write(text),
  );
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} else {
  process.stderr.write(USAGE);
  process.exitCode = part === '--help' ? 0 : 2;
}
