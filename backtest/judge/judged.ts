/** A forecast whose time is over, and whether what it was about came. */
export interface Judged {
  /** Its project: days of a project are not independent witnesses. */
  group: string;
  p: number;
  came: boolean;
}
