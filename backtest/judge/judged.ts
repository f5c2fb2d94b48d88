/** A forecast whose time is over, and whether what it was about came. */
export interface Judged {
  /** Its project: days of a project are no independent witnesses. */
  group: string;
  p: number;
  came: boolean;
}
