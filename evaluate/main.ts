import { evaluateSearch } from './search/evaluate-search.js';
import { USAGE } from './usage.js';

/** One conversation of so many is looked at. */
const EVERY: Readonly<Record<string, number>> = { '--quick': 8, '': 4, '--all': 1 };

const [part, size = '', ...more] = process.argv.slice(2);
const every = EVERY[size];
if (part !== 'search' || every === undefined || more.length > 0) {
  process.stderr.write(USAGE);
  process.exitCode = part === '--help' ? 0 : 2;
} else {
  const file = process.env['EVALUATE_CONVERSATIONS'];
  if (!file) throw new Error('EVALUATE_CONVERSATIONS names no file of conversations');
  await evaluateSearch(file, every, (line) => console.log(line));
}
