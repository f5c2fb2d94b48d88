import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { resolves, talks } from '../talks.js';
import { beginsCycle, cancels, completesCycle, cycles, issue } from '../work.js';

const SITE = 'Website of the workshop';
const RENEWAL = 'Care and support';

/**
 * A joinery that was lost. From day 18 on nothing pleases its owner any more, answers take a day and more, a question
 * of the team stays without an answer for nine days, and on day 36 the renewal moves to Lost. What follows is the
 * handover.
 */
export const lostEn: Story = {
  key: 'lost-en',
  name: 'Brook & Sons: website support',
  language: 'en',
  company: { name: 'Brook & Sons', domain: 'brookandsons.example' },
  contact: { name: 'Walter Brook', email: 'walter@brookandsons.example' },
  channel: 'Channel::Email',
  team: 'BRK',
  manager: 'Priya Nair',
  acts: [
    [1, 9, opensDeal(SITE, { stage: 'Negotiation', value: 21_000, budget: 13_000 })],
    [2, 12, movesDeal(SITE, 'Won')],
    [8, 9, opensDeal(RENEWAL, { stage: 'Proposal', value: 36_000, budget: 22_000 })],
    [15, 12, movesDeal(RENEWAL, 'Negotiation')],
    [17, 12, setsCost(SITE, 6_000)],
    [24, 11, notes('Angry call', 'Walter is angry about the form that failed on the day of the fair.')],
    [33, 12, setsCost(SITE, 10_500)],
    [36, 12, movesDeal(RENEWAL, 'Lost')],
    [36, 13, notes('Lost', 'Walter does not renew. Reasons: the failed form, slow answers, nobody in charge.')],

    ...cycles('Sprint', 14, [1, 15]),
    [29, 7.5, completesCycle('Sprint 2')],
    [29, 8, beginsCycle('Handover', 14)],
    [41, 16, completesCycle('Handover')],
    ...issue('Pages of the workshop', [2, 3, 10]),
    ...issue('Form for offers', [8, 11, 19], 'Wood, size, photo of the place'),
    ...issue('Repair of the form', [22, 23, 28]),
    ...issue('Pictures of staircases', [20, 24]),
    ...issue('Handover of all files', [36, 37, 41]),
    [37, 10, cancels('Pictures of staircases')],

    ...talks(`
      # Beginning
      1 10:00 client: Good morning. The pictures of the workshop are in the parcel.
      1 11:00 team: Good morning, Walter, thank you, the parcel is here.
      1 12:00 client: Good.

      # Pages
      11 10:00 client: The pages look good, my sons like them as well.
      11 13:00 team: Thank you, Walter. The form is next.
      11 14:00 client: Fine, thanks.

      # Wrong pictures
      18 09:00 client: The staircase of another firm is on our page. That is wrong and rather annoying.
      19 11:00 team: Sorry, Walter. The picture is gone now.

      # Form
      21 09:00 client: The form is broken. On the day of the fair! Nobody could send us anything. This is unacceptable.
      22 15:00 team: We are sorry. The mail address behind the form was wrong.
      23 09:00 client: Terrible. Two days without an answer and a form that fails. I am very disappointed.
      24 10:00 team: The repair is running, we test it with every browser.

      # Talk
      25 09:00 team: Walter, when would you have half an hour for a talk with all of us?
      34 09:00 client: I have waited long enough. This was an awful month, the worst service we ever had.
      34 15:00 team: We understand, Walter, and we regret it.

      # The end
      36 10:00 client: We leave. Please hand over all files.
      36 11:00 team: Understood. The files are being packed.

      # Files
      41 15:00 team: All files and passwords are on the drive that came with the courier today.
      42 09:00 client: Received. Goodbye.
    `),
    [1, 13, resolves('Beginning')],
  ],
};
