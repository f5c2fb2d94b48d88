import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { resolves, talks } from '../talks.js';
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

    ...talks(`
      # Start
      1 11:00 client: Hello Priya, the export of practice one is on the share. Tell me if something is missing.
      1 11:30 team: Hello Claire, all files are there, thank you.
      1 12:00 client: Great.

      # Patients
      18 10:00 client: The front desk found every patient of the sample, thank you.
      18 10:36 team: Good news, Claire. Appointments are next.
      18 11:00 client: Lovely.

      # Invoice
      30 09:00 client: The invoice is wrong: it names practice two, but the contract was signed by practice one.
      30 09:36 team: You are right, Claire. The corrected invoice is in your inbox, same amount, right practice.
      30 10:12 client: Got it, thanks for the quick fix.

      # Charts
      37 14:00 client: Dr Osei read through the charts of practice one and is impressed.
      37 14:36 team: Thank you, that was a lot of reading for us too.
      37 15:00 client: One can see it. Great job.

      # Practice two
      47 10:00 client: Practice two is through, all charts are there. Thank you!
      47 10:30 team: Thank you, Claire. X-rays are running right now.
      47 11:00 client: Good.

      # X-rays
      55 11:00 client: The X-rays open in the new program, sharp and fast.
      55 11:36 team: Good to hear. Practice three is the last one.
      55 12:00 client: Nice.

      # Weekend
      59 10:00 client: The switch over on the weekend suits all three practices.
      59 10:30 team: Thank you, Claire, the list for the weekend is on the share.
      59 11:00 client: Found it, thanks.
    `),
    [1, 13, resolves('Start')],
  ],
};
