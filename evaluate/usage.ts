/** What `npm run evaluate` takes. */
export const USAGE = `usage: npm run evaluate -- search [--quick | --all]

Judges what the server makes of words (build first). search: how many of the first ten answers are about the right
thing, by words, by each model of this machine, and by both; on two halves of the conversations, the weights being
chosen on the first and shown on the second.

  --quick                every eighth conversation, instead of every fourth
  --all                  every conversation
  EVALUATE_CONVERSATIONS the conversations, JSON lines {id, services[], turns[{speaker, text}]}, packed by gzip or not
`;
