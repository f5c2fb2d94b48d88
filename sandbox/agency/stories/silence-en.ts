import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { resolves, talks } from '../talks.js';
import { comments, cycles, issue } from '../work.js';

const DEAL = 'Website and table booking';

/**
 * A restaurant that answers gladly for eight weeks. Then the booking form is done, the team asks for the approval on
 * day 54 and again on day 55, and nobody answers any more, while the team goes on with what it can do alone.
 */
export const silenceEn: Story = {
  key: 'silence-en',
  name: 'Osteria Bruna: website and table booking',
  language: 'en',
  company: { name: 'Osteria Bruna', domain: 'osteriabruna.example' },
  contact: { name: 'Giulia Ferrante', email: 'giulia@osteriabruna.example' },
  channel: 'Channel::Email',
  team: 'OSB',
  manager: 'Marta Lind',
  acts: [
    [1, 9, opensDeal(DEAL, { stage: 'Negotiation', value: 28_000, budget: 17_000 })],
    [3, 12, movesDeal(DEAL, 'Won')],
    [
      3,
      13,
      notes('Contract signed', 'Giulia signed for the website and the booking. Invoice 2026-031 sent, due in 14 days.'),
    ],
    [16, 12, setsCost(DEAL, 4_200)],
    [
      17,
      11,
      notes('Invoice paid', 'Invoice 2026-031 paid in full. Giulia asked who will keep the menu up to date later.'),
    ],
    [34, 12, setsCost(DEAL, 9_100)],
    [52, 12, setsCost(DEAL, 13_600)],

    ...cycles('Sprint', 14, [1, 15, 29, 43, 57]),
    ...issue(
      'Menu pages in two languages',
      [2, 3, 9],
      'Starters to desserts in Italian and English, prices from one place',
    ),
    ...issue('Opening hours with holidays', [4, 8, 12]),
    ...issue('Photos of the dining room', [10, 14, 20]),
    ...issue(
      'Table plan for the booking',
      [15, 17, 27],
      'Fourteen tables, two of them outside; a table for two can be joined with its neighbour',
    ),
    ...issue(
      'Booking form',
      [22, 28, 53],
      'Date, time, guests, remarks; a mail to the kitchen at five in the afternoon',
    ),
    ...issue('Reminder mail on the day before', [37, 41, 48]),
    ...issue('Gift vouchers page', [44, 46, 52]),
    ...issue('Page for groups', [54, 55, 57]),
    ...issue('Speed of the photo gallery', [55, 56, 59]),
    ...issue('Check with a screen reader', [58, 59]),
    ...issue('Backup before the launch', [59]),
    [56, 15, comments('Page for groups', 'Done with sample texts; the real ones can come after the launch.')],

    ...talks(`
      # Kick-off
      1 10:00 client: Hello! Our old page has no booking, so guests phone us all evening. Where do we begin?
      1 10:36 team: Welcome, Giulia. Menu pages first, then the booking, and the photos in between.
      1 11:24 client: That sounds good, thank you!

      # Menu pages
      9 17:00 team: The menu pages are on the test server, in Italian and in English.
      10 09:00 client: Lovely! In the Italian text "ribollita" has one l too few, the rest is perfect.
      10 09:42 team: Corrected, thank you for reading so carefully.
      10 10:12 client: Great, then the menu is finished for us.

      # Tables
      18 14:00 client: A question about the booking: can two small tables be booked as one for a family of six?
      18 14:30 team: Yes, the table plan knows which ones stand side by side and joins them.
      18 15:00 client: Very nice, that is how we do it in the evening too.

      # Test booking
      27 11:00 client: I booked a table for two for tonight on the test page and got no mail. Is that how it should be?
      27 11:48 team: On the test server mails are held back, so that no guest gets one by mistake. Your Italian evening is in the list.
      27 12:18 client: I see it now, thanks. A table for two at eight, just as I typed it.

      # Vouchers
      40 10:00 client: Guests ask for gift vouchers again. The page for them is part of the offer, right?
      40 10:54 team: It is, page eleven of the offer. We begin with it next week.
      40 11:30 client: Wonderful, thank you.

      # Reminder mail
      49 09:00 client: The reminder mail came to my own address today. It reads very well.
      49 09:36 team: Good to hear, Giulia. The form itself is the last big piece.
      49 10:00 client: We are looking forward to it.

      # Booking form
      54 10:00 team: The booking form is finished and on the test server. Could you please approve it, so that it can go live?
      55 15:00 team: Just to bring it up again: please review and approve the booking form, everything else is ready.
    `),
    [1, 12, resolves('Kick-off')],
  ],
};
