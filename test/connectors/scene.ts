import { expect } from '@jest/globals';
import type { Mirror, MirrorOptions, Synced } from '../support/mirror.js';
import type { SandboxOptions } from '../../sandbox/sandbox.js';
import type { Part, TestClock, VendorWorld } from './harness.js';

export type SceneOptions = Pick<SandboxOptions, 'token' | 'linear' | 'attio' | 'github'>;
export type OpenScene = (options?: SceneOptions) => Promise<Scene>;

/** A vendor's account with its clock, and mirrors of it. */
export class Scene {
  constructor(
    readonly at: VendorWorld,
    readonly clock: TestClock,
  ) {}

  mirror(options: Partial<MirrorOptions> = {}): Mirror {
    return this.at.mirror({ now: this.clock.now, ...options });
  }

  /** A mirror of the part that is ours. */
  ours(options: Partial<MirrorOptions> = {}): Mirror {
    return this.mirror({ ...options, filter: this.at.filterOf('ours') });
  }

  /**
   * New records, some time apart.
   * @returns their ids
   */
  many(count: number, text = 'Number'): string[] {
    return Array.from({ length: count }, (_, index) => {
      this.clock.pass(0.5);
      return this.at.create(`${text} ${index}`);
    });
  }

  /** The mirror has what the vendor has. */
  expectEqual(mirror: Mirror, part?: Part): void {
    expect(this.at.held(mirror, part)).toEqual(this.at.truth(part));
  }

  /** Our row of a record, if it isn't marked deleted. */
  living(mirror: Mirror, id: string): boolean {
    return this.at.row(mirror, id)?.['deleted_at'] === null;
  }

  /** What the last of a sync's texts of this record says; undefined without one. */
  textOf({ texts }: Synced, id: string): string | null | undefined {
    return texts.findLast(({ source_id }) => source_id === this.at.textId(id))?.text;
  }

  close(): Promise<void> {
    return this.at.sandbox.close();
  }
}

export const keysOf = (mirror: Mirror): string[] => [...mirror.log.keys()].sort();

/** The sync wrote and told nothing. */
export function expectNothing({ changes, events, texts, failures }: Synced): void {
  expect({ changes, events, texts, failures }).toEqual({ changes: [], events: [], texts: [], failures: [] });
}
