import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { begins, resolves, says } from '../talks.js';
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

    [
      1,
      13,
      begins('client', 'First steps', 'Hi Priya, the warehouse list is attached. Do you need anything else to begin?'),
    ],
    [1, 13.4, says('team', 'Hi Nils, that is all for the product pages, thank you.')],
    [1, 14, says('client', 'Perfect.')],
    [1, 15, resolves('First steps')],
    [13, 17, begins('team', 'Product pages', 'The product pages are on the test server, forty tents and all.')],
    [14, 9, says('client', 'They look great. The green of the tents is a bit pale on my screen.')],
    [14, 9.7, says('team', 'That is the photo of the supplier; a better one is in place now.')],
    [14, 10.2, says('client', 'Much better, thanks!')],
    [
      26,
      11,
      begins('client', 'Norway', 'Delivery to Tromsø costs us twice as much as to Oslo. Does the table know that?'),
    ],
    [26, 11.6, says('team', 'Yes, the costs go by postal code, the north has its own line.')],
    [26, 12.1, says('client', 'Good, that was my only worry.')],
    [39, 10, begins('client', 'Sizes', 'The size charts are clear and easy to read, well done.')],
    [39, 10.5, says('team', 'Thank you, Nils. Order mails come next.')],
    [39, 11, says('client', 'Very good.')],
    [50, 14, begins('client', 'Mails', 'The order mails arrive within a second and look like us. Nice work.')],
    [50, 14.4, says('team', 'Good to hear. Returns are the last piece before the tests.')],
    [50, 15, says('client', 'Thanks, Priya.')],
    [
      56,
      10,
      begins(
        'client',
        'Blog',
        'We talked in the office. Can you also add a blog to the shop? It was not in the offer, I know.',
      ),
    ],
    [56, 10.8, says('team', 'A blog is possible, Nils. It is outside the offer, so it has a price of its own.')],
    [
      57,
      13,
      begins(
        'client',
        'Languages',
        'Could you also make a German version of all product pages? Many orders come from Hamburg.',
      ),
    ],
    [
      57,
      13.7,
      says('team', 'Noted. Forty products in a second language are a project of their own, let us talk about it.'),
    ],
    [
      59,
      11,
      begins(
        'client',
        'Loyalty',
        'One more thing: we would like to add a loyalty programme with points before the launch.',
      ),
    ],
    [
      59,
      11.8,
      says('team', 'Points touch the checkout that was tested this week. We put it on the list with the other two.'),
    ],
    [60, 9, says('client', 'Fine, put all three on the list.', 'Loyalty')],
  ],
};
