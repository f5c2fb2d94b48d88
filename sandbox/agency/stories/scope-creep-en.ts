import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { resolves, talks } from '../talks.js';
import { cycles, issue } from '../work.js';

const DEAL = 'Web shop relaunch';

/**
 * An outdoor shop whose relaunch goes well until its owner sees the end of it: in the last week nearly every message
 * asks for one thing more that was never agreed.
 */
export const scopeCreepEn: Story = {
  key: 'scope-creep-en',
  name: 'Fjord Outfitters: web shop relaunch',
  language: 'en',
  company: { name: 'Fjord Outfitters', domain: 'fjordoutfitters.example' },
  contact: { name: 'Nils Aaker', email: 'nils@fjordoutfitters.example' },
  channel: 'Channel::Email',
  team: 'FJO',
  manager: 'Priya Nair',
  acts: [
    [1, 9, opensDeal(DEAL, { stage: 'Proposal', value: 62_000, budget: 38_000 })],
    [4, 12, movesDeal(DEAL, 'Won')],
    [
      4,
      13,
      notes('Offer accepted', 'Nils took the offer as it stands: shop, stock, two payment methods. No blog, no app.'),
    ],
    [18, 12, setsCost(DEAL, 8_900)],
    [36, 12, setsCost(DEAL, 19_700)],
    [44, 11, notes('Call about the last month', 'Launch in ten weeks at the latest. Nils is happy with the pace.')],
    [54, 12, setsCost(DEAL, 30_500)],

    ...cycles('Sprint', 14, [1, 15, 29, 43, 57]),
    ...issue('Product pages', [3, 5, 13], 'Sizes, colours, care, delivery time'),
    ...issue('Stock from the warehouse', [8, 10, 18]),
    ...issue('Basket and checkout', [15, 17, 30], 'Card and invoice, as agreed'),
    ...issue('Delivery costs by country', [24, 26, 34]),
    ...issue('Size charts', [32, 33, 38]),
    ...issue('Order mails', [37, 40, 47]),
    ...issue('Returns with a printed label', [44, 46, 52]),
    ...issue('Redirects from the old addresses', [53, 54, 57]),
    ...issue('Load test of the checkout', [55, 56, 58]),
    ...issue('Legal texts', [56, 57, 60]),
    ...issue('Launch checklist', [58]),

    ...talks(`
      # First steps
      1 13:00 client: Hi Priya, the warehouse list is attached. Do you need anything else to begin?
      1 13:24 team: Hi Nils, that is all for the product pages, thank you.
      1 14:00 client: Perfect.

      # Product pages
      13 17:00 team: The product pages are on the test server, forty tents and all.
      14 09:00 client: They look great. The green of the tents is a bit pale on my screen.
      14 09:42 team: That is the photo of the supplier; a better one is in place now.
      14 10:12 client: Much better, thanks!

      # Norway
      26 11:00 client: Delivery to Tromsø costs us twice as much as to Oslo. Does the table know that?
      26 11:36 team: Yes, the costs go by postal code, the north has its own line.
      26 12:06 client: Good, that was my only worry.

      # Sizes
      39 10:00 client: The size charts are clear and easy to read, well done.
      39 10:30 team: Thank you, Nils. Order mails come next.
      39 11:00 client: Very good.

      # Mails
      50 14:00 client: The order mails arrive within a second and look like us. Nice work.
      50 14:24 team: Good to hear. Returns are the last piece before the tests.
      50 15:00 client: Thanks, Priya.

      # Blog
      56 10:00 client: We talked in the office. Can you also add a blog to the shop? It was not in the offer, I know.
      56 10:48 team: A blog is possible, Nils. It is outside the offer, so it has a price of its own.

      # Languages
      57 13:00 client: Could you also make a German version of all product pages? Many orders come from Hamburg.
      57 13:42 team: Noted. Forty products in a second language are a project of their own, let us talk about it.

      # Loyalty
      59 11:00 client: One more thing: we would like to add a loyalty programme with points before the launch.
      59 11:48 team: Points touch the checkout that was tested this week. We put it on the list with the other two.
      60 09:00 client: Fine, put all three on the list.
    `),
    [1, 15, resolves('First steps')],
  ],
};
