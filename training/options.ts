import { parseArgs } from 'node:util';

/** What `npm run train` takes. */
export const USAGE = `usage: npm run train [-- --out FOLDER]
       npm run train -- --with-feedback (--out FOLDER | --replace)

Learns from training/sentences what the detectors hear, and writes src/kag-events/domain/detect/learned (build first). The
same sentences make the same weights. Build again; then npm run evaluate -- sentences tells how good they are.

  --out FOLDER     writes weights.ts and vocabulary.ts to this folder instead
  --with-feedback  learns also from what people said of events (POST /kag/events/{id}/feedback), of all projects of the
                   database that DATABASE_URL names. The words are read into memory and written nowhere; the vocabulary is
                   of the project’s own sentences alone. The weights are numbers that words of clients have shaped: keep
                   them with the deployment whose clients they are, and do not commit them to the project
  --replace        with it: writes the weights of this code all the same
  DATABASE_URL     the database to read feedback from; needed with --with-feedback, and read only then
`;

export interface TrainOptions {
  withFeedback: boolean;
  /** Null: where this code has its weights. */
  out: string | null;
}

/** @throws Error for what can't be meant */
export function readTrainOptions(given: readonly string[]): TrainOptions {
  const { values } = parseArgs({
    args: [...given],
    options: {
      'with-feedback': { type: 'boolean', default: false },
      out: { type: 'string' },
      replace: { type: 'boolean', default: false },
    },
  });
  const { 'with-feedback': withFeedback, out, replace } = values;
  if (out === '') throw new Error('--out names no folder');
  if (replace && !withFeedback)
    throw new Error('--replace goes with --with-feedback; without it, the weights are replaced anyway');
  if (replace && out !== undefined) throw new Error('Either --out or --replace: say one place for the weights');
  if (withFeedback && out === undefined && !replace)
    throw new Error('Say where the weights go: --out FOLDER, or --replace for those of this code');
  return { withFeedback, out: out ?? null };
}
