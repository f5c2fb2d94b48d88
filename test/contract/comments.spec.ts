import { expect, it } from '@jest/globals';
import { textOf, writtenFiles } from './written-files.js';

const LONGEST = 120;
/** A line of a comment that has no code before it. */
const COMMENT = /^\s*(?:\/\*\*|\*|\/\/)(?:\s|$)/;
const TAG_INSIDE = /^\s*(?:\/\*\*|\*) .*\S.* @(?:returns|throws|param)\b/;

const comments = writtenFiles()
  .filter((path) => /\.(?:tsx?|c?js)$/.test(path) && !path.startsWith('client/'))
  .flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, at) => (COMMENT.test(line) ? [{ place: `${path}:${at + 1}`, line }] : [])),
  );
const placesOf = (isWrong: (line: string) => boolean): string[] =>
  comments.filter(({ line }) => isWrong(line)).map(({ place }) => place);

it('comments are of lines that fit into an editor beside another', () => {
  expect(comments.length).toBeGreaterThan(1000);
  expect(placesOf((line) => line.length > LONGEST)).toEqual([]);
});

it('comments begin a line with a tag', () => {
  expect(placesOf((line) => TAG_INSIDE.test(line))).toEqual([]);
});
