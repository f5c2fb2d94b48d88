import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { know } from '../src/kag-events/domain/detect/learned/spelling.js';
import { examplesOf, vocabularyOf } from './examples.js';
import { labelledBy, reportOn } from './feedback.js';
import { fitInThreads } from './fit-in-threads.js';
import { learnedFrom } from './learned-from.js';
import { readTrainOptions } from './options.js';
import { readFeedback } from './read-feedback.js';
import { labelledSentences, type Labelled } from './sentences.js';
import { thresholdsFor, type FitAll } from './thresholds.js';
import { vocabularyFile, weightsFile } from './weights-file.js';

const LEARNED = join(
  import.meta.dirname.replace(/\bdist\/training$/, 'training'),
  '../src/kag-events/domain/detect/learned',
);
const tell = (text: string) => process.stdout.write(text);

async function main(): Promise<void> {
  const { withFeedback, out } = readTrainOptions(process.argv.slice(2));
  const folder = out === null ? LEARNED : resolve(out);
  const said = withFeedback ? await saidByPeople() : [];
  const own = labelledSentences().filter(({ held }) => !held);
  // Of the project's own sentences alone: what is written must hold no word of a client's.
  const vocabulary = vocabularyOf(own);
  know(vocabulary);
  const all = [...own, ...said];
  tell(`Learning from ${all.length} sentences: this takes some minutes.\n`);
  const fitAll: FitAll = (sets) => fitInThreads(sets, vocabulary);
  const [thresholds, [fitted]] = await Promise.all([thresholdsFor(all, fitAll), fitAll([all])]);
  if (!fitted) throw new Error('Nothing was learned');
  const weights = weightsFile(fitted, examplesOf(all), thresholds, learnedFrom(all));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'vocabulary.ts'), vocabularyFile(vocabulary));
  writeFileSync(join(folder, 'weights.ts'), weights);
  const learned = said.length === 0 ? '' : ` and ${said.length} texts that people judged`;
  tell(
    `${own.length} sentences${learned} learned from, ${vocabulary.length} words known; heard from: ${JSON.stringify(thresholds)}\n`,
  );
  if (out !== null) tell(`Written to ${folder}; the weights of this code are as they were.\n`);
}

async function saidByPeople(): Promise<Labelled[]> {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL names no database to read feedback from');
  const { texts, left_out } = await readFeedback(url);
  const labelled = labelledBy(texts);
  tell(reportOn(texts, left_out, labelled));
  return labelled;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
