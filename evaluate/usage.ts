/** What `npm run evaluate` takes. */
export const USAGE = `usage: npm run evaluate -- search [--quick | --all]
       npm run evaluate -- sentences [--check] [--wrong]

Judges what the server makes of words (build first).

search: how many of the first ten answers are about the right thing, by words, by each model of this machine, and by
both; on two halves of the conversations, so that it shows how far a figure may be trusted. More conversations give
higher figures: compare runs of one size.

  --quick                every eighth conversation, instead of every fourth
  --all                  every conversation
  EVALUATE_CONVERSATIONS the conversations, JSON lines {id, services[], turns[{speaker, text}]}, packed by gzip or not

sentences: how many sentences that training never sees the detectors and the mood judge rightly, and the rules by
themselves beside them; prints tables and writes docs/quality.md. It ends with 1 where a detector is no better than its
rules.

  --check                writes nothing; ends with 1 also where docs/quality.md is not up to date
  --wrong                prints the sentences that are judged wrongly, too
`;
