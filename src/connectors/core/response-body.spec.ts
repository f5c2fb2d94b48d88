import { describe, expect, it } from '@jest/globals';
import { LONGEST_ANSWER_BYTES, readBody } from './response-body.js';

const MIB = 2 ** 20;

/** A response whose body is so many bytes, a MiB at a time; `taken` counts those that were asked for. */
function answer(bytes: number) {
  const block = new Uint8Array(MIB).fill(0x78);
  const counted = { taken: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (counted.taken >= bytes) return controller.close();
        const part = block.subarray(0, Math.min(MIB, bytes - counted.taken));
        counted.taken += part.length;
        controller.enqueue(part);
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(body), counted };
}

describe('the body of an answer', () => {
  it('is read up to 50 MiB, where nothing else is said', async () => {
    expect(LONGEST_ANSWER_BYTES).toBe(50 * MIB);
    const { text, bytes } = await readBody(answer(50 * MIB).response, 'vendor GET list');
    expect([text.length, bytes]).toEqual([50 * MIB, 50 * MIB]);
  });

  it('is refused beyond that, and the rest is not downloaded', async () => {
    const { response, counted } = answer(500 * MIB);
    await expect(readBody(response, 'vendor GET list')).rejects.toMatchObject({
      kind: 'bad_payload',
      message: 'vendor GET list: the answer is over 50 MiB',
    });
    expect(counted.taken).toBeLessThan(52 * MIB);
  });

  it('has as small a limit as its reader wants', async () => {
    expect((await readBody(answer(MIB / 4).response, 'x', MIB / 4)).bytes).toBe(MIB / 4);
    await expect(readBody(answer(MIB / 4 + 1).response, 'x', MIB / 4)).rejects.toMatchObject({ kind: 'bad_payload' });
  });
});
