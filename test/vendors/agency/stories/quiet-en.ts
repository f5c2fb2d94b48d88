import { movesDeal, notes, opensDeal, setsCost } from '../sales.js';
import type { Story } from '../story.js';
import { begins, resolves, says } from '../talks.js';
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

    [1, 10, begins('client', 'Hello', 'Hi Oleg, here is the timetable on paper. What else do you need?')],
    [1, 10.3, says('team', 'Hi Hannah, only the number of mats in each room, thank you.')],
    [1, 10.8, says('client', 'Sixteen and ten. Thanks!')],
    [1, 11, resolves('Hello')],
    [10, 9, begins('client', 'Timetable', 'The timetable is clear and easy to read, thank you.')],
    [10, 9.4, says('team', 'Thank you, Hannah. Signing up is next.')],
    [10, 9.8, says('client', 'Nice.')],
    [19, 12, begins('client', 'Evening class', 'The evening class moved to seven. Where do I change it?')],
    [19, 12.4, says('team', 'In the list of classes, by the pencil at the right.')],
    [19, 12.9, says('client', 'Found it, thanks.')],
    [33, 11, begins('client', 'Report', 'Is there a report of who came in the last month?')],
    [33, 11.4, says('team', 'Not as a page yet. We will send the report by tomorrow.')],
    [34, 10, says('team', 'Here is the report of the month, with all classes.')],
    [34, 10.5, says('client', 'Approved, that is exactly what I wanted. Thank you!')],
    [47, 15, begins('client', 'Summer', 'The summer timetable looks lovely.')],
    [47, 15.4, says('team', 'Thank you, Hannah.')],
    [47, 16, says('client', 'Have a nice day!')],
    [54, 9, begins('client', 'Outdoors', 'The first class outdoors was full after an hour. Great!')],
    [54, 9.5, says('team', 'Great, congratulations!')],
    [54, 10, says('client', 'Thank you.')],
    [57, 10, begins('client', 'Waiting list', 'The mail to the waiting list works, two people came because of it.')],
    [57, 10.4, says('team', 'Good to hear, thank you.')],
    [57, 11, says('client', 'Thanks to you.')],
    [59, 14, begins('client', 'Phones', 'The letters on phones are good now, also for my mother.')],
    [59, 14.4, says('team', 'Thank you for trying it with her.')],
    [59, 15, says('client', 'She says thank you too.')],
  ],
};
