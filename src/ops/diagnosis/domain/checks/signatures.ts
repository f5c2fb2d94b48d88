import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { rebuildSignature } from '../kag-remedies.js';
import { DEFAULT_WINDOW } from './snapshots-in-window.js';

export const signatures = check({
  id: 'signatures',
  section: 'similarity_empty',
  title: 'The project has a signature',
  needs: ['kag'],
  look({ kag: { signatures: windows }, settings }) {
    const expected = `A signature of ${DEFAULT_WINDOW} days.`;
    if (flagOff('signatures', settings) !== null)
      return { status: 'skipped', observed: 'KAG is switched off.', expected };
    const observed = windows.length === 0 ? 'There is none.' : `Signatures of ${windows.join(', ')} days.`;
    if (windows.includes(DEFAULT_WINDOW)) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: [rebuildSignature(DEFAULT_WINDOW, 'Takes it from the snapshots; otherwise the weekly run does.')],
    };
  },
});
