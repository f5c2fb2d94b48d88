import { describe, expect, it } from '@jest/globals';
import { SyncError } from '../core/sync-error.js';
import { readDivided } from './divided-page.js';

const stumbles = () => new SyncError('vendor_error', 'answered 500', { status: 500 });
const tooLarge = () => new SyncError('bad_payload', 'too large', { tooLarge: true });

/** A list of rows 0, 1, 2…, of which a page may be refused. */
function listOf(count: number, refuse: (rows: readonly number[]) => SyncError | null) {
  const asked: string[] = [];
  const read = async (page: number, size: number) => {
    asked.push(`${page}x${size}`);
    const rows = Array.from({ length: count }, (_, row) => row).slice((page - 1) * size, page * size);
    const refusal = refuse(rows);
    if (refusal) throw refusal;
    return { rows, more: page * size < count, sentAt: 1 };
  };
  return { list: { key: `list ${count} ${Math.random()}`, most: 100, read }, asked };
}
const upTo = (count: number) => Array.from({ length: count }, (_, row) => row);

describe('a page that is read in parts', () => {
  it('is one request where the vendor answers it', async () => {
    const { list, asked } = listOf(150, () => null);
    expect(await readDivided(list, 1)).toEqual({ rows: upTo(100), more: true, sentAt: 1 });
    expect(asked).toEqual(['1x100']);
  });

  it('is whole when only fewer rows at once are answered, and the next one begins with as many', async () => {
    const { list, asked } = listOf(130, (rows) => (rows.length > 50 ? tooLarge() : null));
    expect((await readDivided(list, 1)).rows).toEqual(upTo(100));
    asked.length = 0;
    expect(await readDivided(list, 2)).toMatchObject({ rows: upTo(130).slice(100), more: false });
    expect(asked).toEqual(['3x50']);
  });

  it.each([
    ['in front', [0, 1]],
    ['in the middle', [41, 42, 43, 44]],
    ['at the end', [99]],
  ])('is shown without rows that the vendor stumbles over, %s', async (_name, bad) => {
    const { list, asked } = listOf(120, (rows) => (rows.some((row) => bad.includes(row)) ? stumbles() : null));
    const page = await readDivided(list, 1);
    expect(page.rows).toEqual(upTo(100).filter((row) => !bad.includes(row)));
    expect(page.broken).toMatchObject({ kind: 'vendor_error' });
    expect(page.more).toBe(true);
    expect(asked.length).toBeLessThan(40);
  });

  it('fails in an outage, after a few requests', async () => {
    const { list, asked } = listOf(120, stumbles);
    await expect(readDivided(list, 1)).rejects.toMatchObject({ kind: 'vendor_error' });
    expect(asked.length).toBeLessThan(10);
  });

  it('fails at once where fewer rows would be refused too', async () => {
    const { list, asked } = listOf(120, () => new SyncError('auth', 'no right', { status: 403 }));
    await expect(readDivided(list, 1)).rejects.toMatchObject({ kind: 'auth' });
    expect(asked).toHaveLength(1);
  });
});
