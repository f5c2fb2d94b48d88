/** Where the time comes from: handed in wherever a decision depends on it, so that a test can choose the day. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
