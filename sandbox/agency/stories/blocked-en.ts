import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { resolves, talks } from '../talks.js';
import { blocks, comments, cycles, issue, stalls } from '../work.js';

const DEAL = 'Customer portal';

/**
 * A haulier's customer portal that can't go on: three issues wait for the interface of the client's dispatch system,
 * which is not there, a fourth for a certificate, all of them for more than five days at the end. The cycle that should
 * have ended on day 54 is still open.
 */
export const blockedEn: Story = {
  key: 'blocked-en',
  name: 'Halden Logistics: portal integration',
  language: 'en',
  company: { name: 'Halden Logistics', domain: 'haldenlogistics.example' },
  contact: { name: 'Ingrid Moe', email: 'ingrid@haldenlogistics.example' },
  channel: 'Channel::Api',
  team: 'HAL',
  manager: 'Oleg Sorin',
  acts: [
    [1, 9, opensDeal(DEAL, { stage: 'Negotiation', value: 85_000, budget: 54_000 })],
    [3, 12, movesDeal(DEAL, 'Won')],
    [3, 13, notes('Contract signed', 'Signed by Ingrid. The dispatch interface is delivered by their own IT.')],
    [21, 12, setsCost(DEAL, 14_000)],
    [42, 12, setsCost(DEAL, 31_000)],
    [57, 12, setsCost(DEAL, 39_500)],
    [
      57,
      14,
      notes(
        'Status of the portal',
        'Without the dispatch interface four issues stand still. Ingrid knows and presses her IT.',
      ),
    ],

    ...cycles('Cycle', 13, [1, 14, 27, 41]),
    ...issue('Sign-in for customers', [2, 4, 11]),
    ...issue('List of shipments', [7, 9, 20], 'With filters by date and by place of delivery'),
    ...issue('Documents of a shipment', [16, 18, 26]),
    ...issue('Rights within a company', [25, 28, 37]),
    ...issue('Invoices in the portal', [34, 36, 44]),
    ...issue('Interface of the dispatch system', [43, 45], 'Delivered by the client: positions, delays, drivers'),
    ...issue('Certificate for the test network', [44]),
    ...issue('Live position of a lorry', [45]),
    ...issue('Notice of a delay', [46]),
    ...issue('Expected time of arrival', [46]),
    ...issue('Encrypted exchange of documents', [47, 48]),
    [50, 11, blocks('Interface of the dispatch system', 'Live position of a lorry')],
    [50, 11.2, blocks('Interface of the dispatch system', 'Notice of a delay')],
    [51, 14, blocks('Interface of the dispatch system', 'Expected time of arrival')],
    [52, 15, stalls('Encrypted exchange of documents')],
    [52, 15.5, comments('Encrypted exchange of documents', 'Waits for the certificate from the network department.')],
    ...issue('Help pages', [53, 54, 57]),
    ...issue('Colours of the client', [54, 55, 58]),
    ...issue('Export of the shipments', [56, 57, 60]),
    ...issue('Texts of the mails', [58, 59]),

    ...talks(`
      # Kick-off
      1 10:00 client: Good morning. Here is the list of the customers who will try the portal first.
      1 10:30 team: Good morning, Ingrid, the list is clear, thank you.
      1 11:00 client: Good, then we are set.

      # Sign-in
      12 10:00 client: Signing in works well, also from the lorries. Two drivers tried it.
      12 10:36 team: Thank you for trying, Ingrid.
      12 11:00 client: With pleasure.

      # Documents
      27 13:00 client: The customs papers open quickly, that alone saves us an hour a day.
      27 13:36 team: Great to hear. Rights within a company come next.
      27 14:00 client: Good.

      # Dispatch interface
      45 09:00 team: For the live position we depend on the interface of your dispatch system. Who is in charge of it?
      45 10:30 client: Our IT, the colleague is named in the contract. I ask them where it stands.
      45 11:00 team: Thank you, Ingrid.

      # News of the interface
      51 10:00 client: Our IT has not got to the interface yet, they are moving a data centre.
      51 10:48 team: Then position, delays and arrival times stand still until it is there.
      51 11:30 client: Understood, I have told the board.

      # Board
      58 09:00 client: The board asks where the portal stands. Still nothing from our IT.
      58 09:42 team: Three issues wait for the interface and one for the certificate, everything else goes on.
      59 14:00 client: Thanks, that is what I told them as well.
    `),
    [1, 12, resolves('Kick-off')],
  ],
};
