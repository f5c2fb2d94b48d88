import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { resolves, talks } from '../talks.js';
import { cycles, issue } from '../work.js';

const DEAL = 'Online shop for spare parts';

/**
 * A dealer in bicycle parts who loses patience. The plan holds, the money too, and each message is answered within the
 * hour; but from day 52 on what is delivered is not what he wanted, and he says so, louder each time.
 */
export const angryEn: Story = {
  key: 'angry-en',
  name: 'Harbour Cycles: spare parts shop',
  language: 'en',
  company: { name: 'Harbour Cycles', domain: 'harbourcycles.example' },
  contact: { name: 'Colin Marsh', email: 'colin@harbourcycles.example' },
  channel: 'Channel::Email',
  team: 'HBC',
  manager: 'Oleg Sorin',
  acts: [
    [1, 9, opensDeal(DEAL, { stage: 'Negotiation', value: 44_000, budget: 27_000 })],
    [3, 12, movesDeal(DEAL, 'Won')],
    [3, 13, notes('Signed', 'Colin signed for the shop. Invoice 2026-112 sent, due in 14 days.')],
    [15, 11, notes('Paid', 'Invoice 2026-112 paid.')],
    [22, 12, setsCost(DEAL, 6_500)],
    [43, 12, setsCost(DEAL, 14_000)],
    [57, 12, setsCost(DEAL, 18_000)],

    ...cycles('Sprint', 14, [1, 15, 29, 43, 57]),
    ...issue('Catalogue of parts', [2, 3, 10], 'Four thousand parts, by bike and by year'),
    ...issue('Search by part number', [9, 11, 18]),
    ...issue('Basket and postage', [17, 19, 27]),
    ...issue('Stock from the warehouse list', [26, 28, 36]),
    ...issue('Pictures of the parts', [35, 37, 44]),
    ...issue('Repair guides', [43, 45, 51]),
    ...issue('Colours of the shop', [50, 51, 53]),
    ...issue('Shop front page', [53, 54, 56]),
    ...issue('Order mail', [55, 56, 58]),
    ...issue('Returns page', [57, 58, 60]),

    ...talks(`
      # Hello
      1 10:00 client: Morning Oleg, the parts list is in the mail, all four thousand of them.
      1 10:30 team: Good morning Colin, it arrived complete, thank you.
      1 11:00 client: Good.

      # Catalogue
      11 10:00 client: The catalogue finds a 1998 rear hub, I am impressed.
      11 10:36 team: Thank you, Colin. Search is next.
      11 11:00 client: Fine.

      # Search
      20 13:00 client: Can customers search with the old numbers too?
      20 13:30 team: Yes, old and new numbers lead to the same part.
      20 14:00 client: Nice, thanks.

      # Stock
      37 09:00 client: Stock is right to the last spoke, good job.
      37 09:30 team: Good to hear.
      37 10:00 client: Thanks.

      # Guides
      45 11:00 client: The first repair guide reads well.
      45 11:24 team: Thank you, four more follow this week.
      45 12:00 client: Good.

      # Colours
      52 10:00 client: The colours are awful. This is not our brand at all and I am very disappointed.
      52 10:42 team: Sorry to hear that, Colin. We set the green from your style sheet and show you the page again in an hour.
      53 09:00 client: Still wrong. It looks terrible, honestly, I am frustrated that I have to repeat myself.
      53 09:36 team: The green is changed on every page now, the link is below.

      # Front page
      55 10:00 client: The new front page is horrible, nothing like the draft we agreed on. This is unacceptable.
      55 10:30 team: The draft of day one is back on the front page.
      56 09:00 client: I am really angry about this. We lost a whole week over it.
      56 09:30 team: You are right to be, Colin. The lead of the design calls you at noon.

      # Mail
      58 11:00 client: The order mail is a mess too, full of mistakes. I am fed up, this is the worst project we ever had.
      58 11:30 team: The mail is corrected, and a second pair of eyes reads everything from now on.
      59 10:00 client: Too late, I am extremely unhappy with how this goes.
      59 10:30 team: Understood. The head of the studio is in touch with you today.
    `),
    [1, 12, resolves('Hello')],
  ],
};
