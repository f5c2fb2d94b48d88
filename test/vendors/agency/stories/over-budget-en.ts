import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { begins, resolves, says } from '../talks.js';
import { cycles, issue } from '../work.js';

const DEAL = 'Records migration';

/**
 * A dental group whose old records turn out to be twice the work. Week by week the costs grow, past the plan around day
 * 45 and to a quarter above it at the end; the client, who pays a fixed price, is content.
 */
export const overBudgetEn: Story = {
  key: 'over-budget-en',
  name: 'Meridian Dental: records migration',
  language: 'en',
  company: { name: 'Meridian Dental', domain: 'meridiandental.example' },
  contact: { name: 'Claire Osborne', email: 'claire@meridiandental.example' },
  channel: 'Channel::Email',
  team: 'MER',
  manager: 'Priya Nair',
  acts: [
    [1, 9, opensDeal(DEAL, { stage: 'Negotiation', value: 90_000, budget: 40_000 })],
    [3, 12, movesDeal(DEAL, 'Won')],
    [
      3,
      13,
      notes('Contract signed', 'Fixed price, 40 000 planned for the work. Invoice 2026-052 sent, due in 30 days.'),
    ],
    [10, 17, setsCost(DEAL, 5_500)],
    [17, 17, setsCost(DEAL, 12_000)],
    [24, 17, setsCost(DEAL, 19_500)],
    [31, 17, setsCost(DEAL, 27_000)],
    [32, 11, notes('Invoice paid', 'Invoice 2026-052 paid in full by Meridian Dental.')],
    [38, 17, setsCost(DEAL, 35_000)],
    [45, 17, setsCost(DEAL, 41_500)],
    [
      46,
      10,
      notes('Hours', 'Scanned charts have to be read by hand. The plan is used up, the end is three weeks away.'),
    ],
    [52, 17, setsCost(DEAL, 46_000)],
    [58, 17, setsCost(DEAL, 50_000)],

    ...cycles('Sprint', 14, [1, 15, 29, 43, 57]),
    ...issue('Export from the old program', [2, 3, 9]),
    ...issue('Patients and their addresses', [8, 10, 17]),
    ...issue('Appointments of two years', [16, 18, 25]),
    ...issue('Scanned charts, practice one', [22, 24, 36], 'Eleven thousand pages, a third of them by hand'),
    ...issue('Scanned charts, practice two', [33, 35, 46]),
    ...issue('X-ray images', [40, 42, 51]),
    ...issue('Comparison of both programs', [48, 50, 55]),
    ...issue('Scanned charts, practice three', [53, 54, 58]),
    ...issue('Training data for the front desk', [54, 55, 57]),
    ...issue('Switch over on a weekend', [57, 58]),
    ...issue('Archive of the old program', [59]),

    [
      1,
      11,
      begins(
        'client',
        'Start',
        'Hello Priya, the export of practice one is on the share. Tell me if something is missing.',
      ),
    ],
    [1, 11.5, says('team', 'Hello Claire, all files are there, thank you.')],
    [1, 12, says('client', 'Great.')],
    [1, 13, resolves('Start')],
    [18, 10, begins('client', 'Patients', 'The front desk found every patient of the sample, thank you.')],
    [18, 10.6, says('team', 'Good news, Claire. Appointments are next.')],
    [18, 11, says('client', 'Lovely.')],
    [
      30,
      9,
      begins(
        'client',
        'Invoice',
        'The invoice is wrong: it names practice two, but the contract was signed by practice one.',
      ),
    ],
    [
      30,
      9.6,
      says('team', 'You are right, Claire. The corrected invoice is in your inbox, same amount, right practice.'),
    ],
    [30, 10.2, says('client', 'Got it, thanks for the quick fix.')],
    [37, 14, begins('client', 'Charts', 'Dr Osei read through the charts of practice one and is impressed.')],
    [37, 14.6, says('team', 'Thank you, that was a lot of reading for us too.')],
    [37, 15, says('client', 'One can see it. Great job.')],
    [47, 10, begins('client', 'Practice two', 'Practice two is through, all charts are there. Thank you!')],
    [47, 10.5, says('team', 'Thank you, Claire. X-rays are running right now.')],
    [47, 11, says('client', 'Good.')],
    [55, 11, begins('client', 'X-rays', 'The X-rays open in the new program, sharp and fast.')],
    [55, 11.6, says('team', 'Good to hear. Practice three is the last one.')],
    [55, 12, says('client', 'Nice.')],
    [59, 10, begins('client', 'Weekend', 'The switch over on the weekend suits all three practices.')],
    [59, 10.5, says('team', 'Thank you, Claire, the list for the weekend is on the share.')],
    [59, 11, says('client', 'Found it, thanks.')],
  ],
};
