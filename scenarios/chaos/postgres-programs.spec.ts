import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findPostgresPrograms, NoPostgres } from './postgres-programs.js';

describe('the programs of a PostgreSQL', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kag-programs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (...paths: string[]) => {
    for (const path of paths) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), '');
    }
  };

  it.each([
    ['its own layout', 'pgsql/bin', 'pgsql/share/extension/vector.control'],
    ['a prefix', 'usr/bin', 'usr/share/postgresql/extension/vector.control'],
    ["Debian's layout", 'usr/lib/postgresql/17/bin', 'usr/share/postgresql/17/extension/vector.control'],
  ])('are taken in %s', (_, bin, control) => {
    put(`${bin}/initdb`, control);
    expect(findPostgresPrograms(join(folder, bin))).toMatchObject({ bin: join(folder, bin), root: '/' });
  });

  it('are not taken without pgvector', () => {
    put('usr/lib/postgresql/15/bin/initdb', 'usr/share/postgresql/15/extension/btree_gin.control');
    expect(() => findPostgresPrograms(join(folder, 'usr/lib/postgresql/15/bin'))).toThrow(NoPostgres);
  });

  it('are not taken without initdb', () => {
    put('pgsql/share/extension/vector.control');
    expect(() => findPostgresPrograms(join(folder, 'pgsql/bin'))).toThrow(NoPostgres);
  });
});
