import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { rebuildSignature } from '../kag-remedies.js';
import { DEFAULT_WINDOW } from './snapshots-in-window.js';

export const signatures = check({
  id: 'signatures',
  section: 'similarity_empty',
  title: { en: 'The project has a signature', ru: 'У проекта есть сигнатура' },
  trouble: { en: 'The project has no signature', ru: 'У проекта нет сигнатуры' },
  needs: ['kag'],
  look({ kag: { signatures: windows }, settings, words }) {
    const { say } = words;
    const expected = say(`A signature of ${DEFAULT_WINDOW} days.`, `Сигнатура за ${DEFAULT_WINDOW} дней.`);
    if (flagOff('signatures', settings) !== null)
      return { status: 'skipped', observed: say('KAG is switched off.', 'KAG выключен.'), expected };
    const observed =
      windows.length === 0
        ? say('There is none.', 'Её нет.')
        : say(`Signatures of ${windows.join(', ')} days.`, `Есть сигнатуры за дни: ${windows.join(', ')}.`);
    if (windows.includes(DEFAULT_WINDOW)) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: [
        rebuildSignature(
          DEFAULT_WINDOW,
          say(
            'Takes it from the snapshots; otherwise the weekly run does.',
            'Берёт её из снимков; иначе это сделает еженедельный запуск.',
          ),
        ),
      ],
    };
  },
});
