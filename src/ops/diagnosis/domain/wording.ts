const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A duration for people: its largest unit, rounded down. */
export function lasting(seconds: number): string {
  for (const [unit, length] of UNITS) {
    if (seconds >= length) return counted(Math.floor(seconds / length), unit);
  }
  return counted(Math.max(0, Math.floor(seconds)), 'second');
}

/** How long ago a time was. */
export const ago = (time: Date, now: Date): string => `${lasting(secondsSince(time, now))} ago`;

export const secondsSince = (time: Date, now: Date): number => (now.getTime() - time.getTime()) / 1000;

/** `1 chunk`, `2 chunks`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;

/** The first `most` of a list in words, and how many more there are. */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** A share in per cent. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A text of somebody else's in one line of a bearable length, with a full stop at its end. */
export function quoted(text: string, most = 300): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const cut = line.length > most ? `${line.slice(0, most)}…` : line;
  return /[.!?…]$/.test(cut) ? cut : `${cut}.`;
}
