import { CUT_MARK } from '../domain/cut-mark.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const UNICODE = 0x75;
const HEX_DIGITS = 4;
const MARK = Buffer.from(CUT_MARK);

/** Whether a byte goes on with a character of UTF-8 that began before it. */
const continues = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Cuts the texts of a JSON document that are too long, while it comes in parts; what comes out is JSON again. */
export class LongTextCutter {
  private inText = false;
  /** Bytes of an escape that are still to come. */
  private escape = 0;
  private length = 0;
  private cutting = false;

  /** @param longest bytes of a text as they are written */
  constructor(private readonly longest: number) {}

  /** @returns what is left of a part */
  cut(part: Uint8Array): Uint8Array {
    const out = Buffer.allocUnsafe(
      part.length + MARK.length * (1 + Math.floor(part.length / Math.max(1, this.longest))),
    );
    let at = 0;
    for (const byte of part) {
      const inside = this.inText;
      const between = this.escape === 0 && !continues(byte);
      this.step(byte);
      // Only between two characters, and never the quote that ends the text.
      if (inside && this.inText && between && !this.cutting && this.length > this.longest) {
        this.cutting = true;
        at += MARK.copy(out, at);
      }
      if (!inside || !this.inText || !this.cutting) out[at++] = byte;
      if (!this.inText) this.cutting = false;
    }
    return out.subarray(0, at);
  }

  private step(byte: number): void {
    if (!this.inText) {
      this.inText = byte === QUOTE;
      this.length = 0;
      return;
    }
    this.length += 1;
    if (this.escape > 0) this.escape += byte === UNICODE && this.escape === 1 ? HEX_DIGITS - 1 : -1;
    else if (byte === BACKSLASH) this.escape = 1;
    else if (byte === QUOTE) this.inText = false;
  }
}
