/** What `npm run evaluate` takes. */
export const USAGE = `usage: npm run evaluate [-- --check] [-- --wrong]
  Judges the detectors and the mood by the third of the project's sentences that training never sees, and the rules by
  themselves beside them; prints the tables and writes docs/quality.md.
  --check  writes nothing, and ends with 1 where a figure is below its pass mark or docs/quality.md is not up to date
  --wrong  prints the sentences that are judged wrongly, too
`;
