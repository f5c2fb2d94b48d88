import { fillIn } from '../../src/connectors/__name__/fill-in.js';

const FILE = 'sandbox/__name__/world.ts';

/**
 * An account at the vendor: its records, the side effects that it gives each change, and the routes that show them. As
 * awkward as the vendor is documented to be; where that is not documented, the harder case.
 */
export class __Name__World {
  constructor(protected readonly now: () => number) {}

  addRecord(_text: string): string {
    return fillIn(FILE, 'what the vendor holds and how a record comes about; then serve it from sandbox/sandbox.ts');
  }
}
