import { describe, expect, it } from '@jest/globals';
import type { AnyJobDefinition } from './job-definition.js';
import { JobRegistry } from './job-registry.js';

const job = (type: string, ...followUps: string[]): AnyJobDefinition => ({
  type,
  title: type,
  cadenceSeconds: null,
  timeoutSeconds: 1,
  reads: [],
  writes: [],
  followUps,
  run: async () => ({}),
});

describe('the job registry', () => {
  it('takes follow-ups that are declared, in any order', () => {
    const registry = new JobRegistry();
    registry.register(job('first', 'second'));
    registry.register(job('second', 'first', 'second'));
    expect(() => registry.checkFollowUps()).not.toThrow();
  });

  it('refuses a follow-up that is no job', () => {
    const registry = new JobRegistry();
    registry.register(job('first', 'secnod'));
    registry.register(job('second'));
    expect(() => registry.checkFollowUps()).toThrow('the job first is followed by secnod, which is no job');
  });

  it('refuses to start what is no job', () => {
    const registry = new JobRegistry();
    registry.register({ ...job('first'), starts: ['secnod'] });
    expect(() => registry.checkFollowUps()).toThrow('the job first starts secnod, which is no job');
  });
});
