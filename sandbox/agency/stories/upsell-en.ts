import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { resolves, talks } from '../talks.js';
import { cycles, issue } from '../work.js';

const SHOP = 'Subscription shop';
const BRAND = 'Packaging and brand';

/**
 * A coffee roaster: two deals won for 128 000 together, everything on time and well below the plan, and a client who
 * in the last week speaks of what comes next, an app and a market of its own.
 */
export const upsellEn: Story = {
  key: 'upsell-en',
  name: 'Kestrel Coffee: subscription growth',
  language: 'en',
  company: { name: 'Kestrel Coffee', domain: 'kestrelcoffee.example' },
  contact: { name: 'Maya Lindqvist', email: 'maya@kestrelcoffee.example' },
  channel: 'Channel::Email',
  team: 'KES',
  manager: 'Marta Lind',
  acts: [
    [1, 9, opensDeal(SHOP, { stage: 'Negotiation', value: 86_000, budget: 55_000 })],
    [2, 12, movesDeal(SHOP, 'Won')],
    [2, 13, notes('Signed', 'Maya signed for the subscription shop. Invoice 2026-071 sent, due in 14 days.')],
    [15, 11, notes('Paid', 'Invoice 2026-071 paid, two days early.')],
    [20, 12, setsCost(SHOP, 16_000)],
    [21, 9, opensDeal(BRAND, { stage: 'Proposal', value: 42_000, budget: 26_000 })],
    [27, 12, movesDeal(BRAND, 'Won')],
    [40, 12, setsCost(SHOP, 31_000)],
    [41, 12, setsCost(BRAND, 9_000)],
    [
      53,
      11,
      notes('Quarter review', 'Subscribers up by a third. Maya wants to show us their plans for the next year.'),
    ],
    [56, 12, setsCost(BRAND, 14_500)],

    ...cycles('Sprint', 14, [1, 15, 29, 43, 57]),
    ...issue('Choice of the roast', [2, 3, 8]),
    ...issue('Pause and skip a delivery', [6, 9, 15], 'The most asked question of the old shop'),
    ...issue('Gift subscriptions', [14, 16, 23]),
    ...issue('Box for three bags', [28, 29, 37]),
    ...issue('Labels of the single origins', [33, 36, 44]),
    ...issue('Shipping from two roasteries', [39, 41, 48]),
    ...issue('Numbers of the subscribers', [46, 48, 53]),
    ...issue('Letter to lapsed subscribers', [54, 55, 57]),
    ...issue('Label for the winter blend', [55, 56, 58]),
    ...issue('Faster first page', [56, 58, 60]),
    ...issue('Photos of the new roastery', [59]),

    ...talks(`
      # Hello
      1 10:00 client: Hi Marta, so excited to start! The list of our roasts is in the folder.
      1 10:24 team: Hi Maya, thank you, we begin with the choice of the roast.
      1 11:00 client: Wonderful.

      # Roasts
      9 10:00 client: The choice of the roast is brilliant, our barista smiled.
      9 10:30 team: Thank you! Pausing a delivery is next.
      9 11:00 client: Perfect.

      # Gifts
      24 14:00 client: Forty gift subscriptions on the first weekend, amazing!
      24 14:24 team: Congratulations, Maya, great numbers.
      24 15:00 client: Thanks to you.

      # Box
      38 11:00 client: The box for three bags arrived and we love it.
      38 11:36 team: Lovely, the labels follow the same line.
      38 12:00 client: Excellent.

      # Roasteries
      49 09:00 client: Shipping from both roasteries works smoothly, thank you.
      49 09:36 team: Great, thank you for the test orders.
      49 10:00 client: Always a pleasure.

      # App
      55 10:00 client: We love the shop. We are also thinking about a mobile app for our subscribers, it would be great to hear your ideas.
      55 10:36 team: Gladly, Maya. Marta has built two of them for other shops.
      55 11:12 client: Great!

      # Abroad
      57 13:00 client: Wonderful numbers again, thank you! Next year we go abroad and will need a localisation of the shop.
      57 13:30 team: Happy to hear that. Which countries come first?
      57 14:12 client: Denmark and Finland, both are lovely markets.

      # Films
      59 11:00 client: The photos are beautiful. Do you also do video production? A short film of the roastery would be lovely.
      59 11:30 team: We do, with a partner we trust. Thank you for asking, Maya.
      60 09:00 client: Wonderful, thank you.
    `),
    [1, 12, resolves('Hello')],
  ],
};
