/** What is known of a near text: how far it is, and in which conversation it was said. */
interface Near {
  distance: number;
  conversation_global_id: string | null;
}

/** How many of the nearest texts are looked at: fewer hide a conversation's other messages. */
export const LOOKED_AT = 100;
/**
 * How much nearer another message of its conversation may bring a text. More finds more of the right conversations, and
 * puts the one message that is meant further down. On two halves of some real conversations this took nDCG@10 from
 * 0.905 and 0.901 to 0.925 and 0.931, and the reciprocal rank of messages searched for by two thirds of their words
 * from 0.90 to 0.88; three times as much gave 0.929 and 0.943, and 0.79.
 */
const MOST = 0.064;

/**
 * The texts, best first: one whose conversation has another near text is nearer by that, since "and how much is it?" is
 * about what was spoken of. Texts that stand alone, and those far ahead of all others, keep their places.
 */
export function liftConversations<T extends Near>(near: readonly T[]): T[] {
  const furthest = near.at(-1)?.distance ?? 0;
  const best = new Map<string, T[]>();
  for (const text of near.toSorted((a, b) => a.distance - b.distance)) {
    if (text.conversation_global_id === null) continue;
    const known = best.get(text.conversation_global_id) ?? [];
    if (known.length < 2) best.set(text.conversation_global_id, [...known, text]);
  }
  const lifted = (text: T): number => {
    const other = best.get(text.conversation_global_id ?? '')?.find((one) => one !== text);
    return text.distance - (other ? Math.min(MOST, furthest - other.distance) : 0);
  };
  return near
    .map((text) => ({ text, at: lifted(text) }))
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text);
}
