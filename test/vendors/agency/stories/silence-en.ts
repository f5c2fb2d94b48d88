import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { begins, resolves, says } from '../talks.js';
import { comments, cycles, issue } from '../work.js';

const DEAL = 'Website and table booking';

/**
 * A restaurant that answers gladly for eight weeks. Then the booking form is done, the team asks for the approval on day
 * 54 and again on day 55, and nobody answers any more, while the team goes on with what it can do alone.
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

    [
      1,
      10,
      begins(
        'client',
        'Kick-off',
        'Hello! Our old page has no booking, so guests phone us all evening. Where do we begin?',
      ),
    ],
    [1, 10.6, says('team', 'Welcome, Giulia. Menu pages first, then the booking, and the photos in between.')],
    [1, 11.4, says('client', 'That sounds good, thank you!')],
    [1, 12, resolves('Kick-off')],
    [9, 17, begins('team', 'Menu pages', 'The menu pages are on the test server, in Italian and in English.')],
    [10, 9, says('client', 'Lovely! In the Italian text "ribollita" has one l too few, the rest is perfect.')],
    [10, 9.7, says('team', 'Corrected, thank you for reading so carefully.')],
    [10, 10.2, says('client', 'Great, then the menu is finished for us.')],
    [
      18,
      14,
      begins(
        'client',
        'Tables',
        'A question about the booking: can two small tables be booked as one for a family of six?',
      ),
    ],
    [18, 14.5, says('team', 'Yes, the table plan knows which ones stand side by side and joins them.')],
    [18, 15, says('client', 'Very nice, that is how we do it in the evening too.')],
    [
      27,
      11,
      begins(
        'client',
        'Test booking',
        'I booked a table for two for tonight on the test page and got no mail. Is that how it should be?',
      ),
    ],
    [
      27,
      11.8,
      says(
        'team',
        'On the test server mails are held back, so that no guest gets one by mistake. Your Italian evening is in the list.',
      ),
    ],
    [27, 12.3, says('client', 'I see it now, thanks. A table for two at eight, just as I typed it.')],
    [
      40,
      10,
      begins(
        'client',
        'Vouchers',
        'Guests ask for gift vouchers again. The page for them is part of the offer, right?',
      ),
    ],
    [40, 10.9, says('team', 'It is, page eleven of the offer. We begin with it next week.')],
    [40, 11.5, says('client', 'Wonderful, thank you.')],
    [49, 9, begins('client', 'Reminder mail', 'The reminder mail came to my own address today. It reads very well.')],
    [49, 9.6, says('team', 'Good to hear, Giulia. The form itself is the last big piece.')],
    [49, 10, says('client', 'We are looking forward to it.')],
    [
      54,
      10,
      begins(
        'team',
        'Booking form',
        'The booking form is finished and on the test server. Could you please approve it, so that it can go live?',
      ),
    ],
    [
      55,
      15,
      says('team', 'Just to bring it up again: please review and approve the booking form, everything else is ready.'),
    ],
  ],
};
