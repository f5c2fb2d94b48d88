/** What orders advice: how urgent it is, and until when it should be done (`YYYY-MM-DD`). */
interface Due {
  priority: number;
  due_date: string;
  category: string;
}

/** The most urgent first, of equally urgent ones what is due first. */
export const inOrder = <T extends Due>(advice: readonly T[]): T[] =>
  [...advice].sort(
    (a, b) => b.priority - a.priority || compare(a.due_date, b.due_date) || compare(a.category, b.category),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
