import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { resolves, talks } from '../talks.js';
import { cycles, issue } from '../work.js';

const DEAL = 'Timetable and sign-up';

/**
 * A yoga studio about which there is nothing to say: every question is answered within the hour, every cycle ends in
 * time, the one promise is kept and confirmed, the costs stay where they were planned.
 */
export const quietEn: Story = {
  key: 'quiet-en',
  name: 'Willow Yoga: timetable',
  language: 'en',
  company: { name: 'Willow Yoga', domain: 'willowyoga.example' },
  contact: { name: 'Hannah Pryce', email: 'hannah@willowyoga.example' },
  channel: 'Channel::WebWidget',
  team: 'WIL',
  manager: 'Oleg Sorin',
  acts: [
    [1, 9, opensDeal(DEAL, { stage: 'Negotiation', value: 24_000, budget: 15_000 })],
    [2, 12, movesDeal(DEAL, 'Won')],
    [2, 13, notes('Signed', 'Hannah signed. Invoice 2026-090 sent, due in 14 days.')],
    [14, 11, notes('Paid', 'Invoice 2026-090 paid.')],
    [25, 12, setsCost(DEAL, 4_800)],
    [45, 12, setsCost(DEAL, 9_200)],
    [57, 12, setsCost(DEAL, 11_000)],
    [56, 11, notes('Call', 'Nothing open. Hannah shows the timetable to other studios.')],

    ...cycles('Sprint', 14, [1, 15, 29, 43, 57]),
    ...issue('Timetable of the week', [2, 3, 9]),
    ...issue('Sign up for a class', [8, 10, 17], 'Sixteen mats, then a waiting list'),
    ...issue('Cards of ten classes', [16, 18, 25]),
    ...issue('Teachers and their pages', [24, 26, 32]),
    ...issue('Reminder in the morning', [31, 33, 39]),
    ...issue('Summer timetable', [38, 40, 46]),
    ...issue('Classes outdoors', [45, 47, 52]),
    ...issue('Waiting list by mail', [53, 54, 56]),
    ...issue('Larger letters on phones', [54, 55, 58]),
    ...issue('Holiday of the studio', [57, 58, 60]),

    ...talks(`
      # Hello
      1 10:00 client: Hi Oleg, here is the timetable on paper. What else do you need?
      1 10:18 team: Hi Hannah, only the number of mats in each room, thank you.
      1 10:48 client: Sixteen and ten. Thanks!

      # Timetable
      10 09:00 client: The timetable is clear and easy to read, thank you.
      10 09:24 team: Thank you, Hannah. Signing up is next.
      10 09:48 client: Nice.

      # Evening class
      19 12:00 client: The evening class moved to seven. Where do I change it?
      19 12:24 team: In the list of classes, by the pencil at the right.
      19 12:54 client: Found it, thanks.

      # Report
      33 11:00 client: Is there a report of who came in the last month?
      33 11:24 team: Not as a page yet. We will send the report by tomorrow.
      34 10:00 team: Here is the report of the month, with all classes.
      34 10:30 client: Approved, that is exactly what I wanted. Thank you!

      # Summer
      47 15:00 client: The summer timetable looks lovely.
      47 15:24 team: Thank you, Hannah.
      47 16:00 client: Have a nice day!

      # Outdoors
      54 09:00 client: The first class outdoors was full after an hour. Great!
      54 09:30 team: Great, congratulations!
      54 10:00 client: Thank you.

      # Waiting list
      57 10:00 client: The mail to the waiting list works, two people came because of it.
      57 10:24 team: Good to hear, thank you.
      57 11:00 client: Thanks to you.

      # Phones
      59 14:00 client: The letters on phones are good now, also for my mother.
      59 14:24 team: Thank you for trying it with her.
      59 15:00 client: She says thank you too.
    `),
    [1, 11, resolves('Hello')],
  ],
};
