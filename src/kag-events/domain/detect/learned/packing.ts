/**
 * Weights as text: per weight the distance of its slot from the last one, seven bits a byte, and its steps, one byte.
 */
export function packed(weights: readonly (readonly [slot: number, steps: number])[]): string {
  const bytes: number[] = [];
  let before = 0;
  for (const [slot, steps] of weights) {
    let distance = slot - before;
    before = slot;
    for (; distance > 127; distance >>= 7) bytes.push((distance & 127) | 128);
    bytes.push(distance, steps & 255);
  }
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

/** Tells of each weight that is packed in a text, in the order of the slots. */
export function unpack(text: string, tell: (slot: number, steps: number) => void): void {
  const bytes = atob(text);
  let slot = 0;
  for (let at = 0; at < bytes.length; at++) {
    let [distance, shift] = [0, 0];
    for (; bytes.charCodeAt(at) > 127; at++, shift += 7) distance |= (bytes.charCodeAt(at) & 127) << shift;
    slot += distance | (bytes.charCodeAt(at) << shift);
    tell(slot, (bytes.charCodeAt(++at) << 24) >> 24);
  }
}
