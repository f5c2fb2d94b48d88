/** Where a server under test logs to. */
export const hearing: { write(line: string): void };
