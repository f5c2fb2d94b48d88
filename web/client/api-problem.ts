import type { Problem } from './published.js';

/** What is wrong with a field of a request. */
export type InputFault = Extract<Problem['details'], readonly unknown[]>[number];

/** A request that did not succeed: the server's problem document, or no answer at all (`status` 0). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    /** The machine code, such as `invalid_credentials`; `unreachable` and `unreadable` are the browser's own. */
    readonly code: string,
    message: string,
    /** Names the request in the server's log. */
    readonly requestId: string | null = null,
    /** What the server tells of the failure beyond its words, by the code. */
    readonly details: unknown = undefined,
  ) {
    super(message);
  }

  /** What is wrong where, if the input is what is wrong. */
  get inputFaults(): readonly InputFault[] {
    return Array.isArray(this.details) ? (this.details as InputFault[]) : [];
  }
}

/** What to show a person of a failure, whatever was thrown. */
export function messageOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return error instanceof Error ? error.message : String(error);
  // A failure of the server's own is found in its log, by this id.
  return error.status >= 500 && error.requestId ? `${error.message} (request ${error.requestId})` : error.message;
}

/** The same in a person's own words, where `words` has some for the failure's code. */
export function problemText(error: unknown, words: Readonly<Record<string, string>>): string {
  const own = error instanceof ApiProblem ? words[error.code] : undefined;
  return own ?? messageOf(error);
}
