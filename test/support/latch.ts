/** A latch: what awaits `opened` waits until the test opens it, such as the answers of a vendor. */
export class Latch {
  open!: () => void;
  readonly opened = new Promise<void>((resolve) => (this.open = resolve));
}
