/**
 * Tells what is slow from what hangs. It is shown a sign of the work at even intervals, such as a counter that grows
 * while work is done. Looks are counted, not seconds: a machine that is busy or asleep looks less often.
 */
export class SignsOfLife {
  private last: string | null = null;
  private unchanged = 0;

  /** @param patience how many looks in a row may see the same sign */
  constructor(private readonly patience: number) {}

  /** False once the sign has been the same for too long. */
  seen(sign: string): boolean {
    this.unchanged = sign === this.last ? this.unchanged + 1 : 0;
    this.last = sign;
    return this.unchanged < this.patience;
  }
}
