import type { Random } from '../random.js';
import type { Line, ScriptedConversation } from './script.js';

const PAGES = [
  'home page',
  'product page',
  'checkout',
  'search',
  'gift card page',
  'blog',
  'store finder',
  'newsletter form',
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

const CLIENT = [
  'We looked at the {page}: the spacing is right now, but the button should say "Add to bag".',
  'Could the {page} be ready by {day}? Our campaign starts the day after.',
  'The {page} is approved from our side.',
  'On the {page} the prices are shown without tax, was that agreed?',
  'My colleague can not log in to see the {page}, could you send her an invitation?',
  'We would also like a comparison table on the {page}. Is that included?',
  'Thanks, the {page} looks much better.',
];

const TEAM = [
  'The {page} is on the preview server, please have a look until {day}.',
  'We fixed the note you left on the {page}.',
  'The {page} waits for your texts; with them by {day} we stay on schedule.',
  'A comparison table on the {page} is extra work of about six hours. Shall we add it?',
  'Please approve the {page}, then the developers can start.',
  'Short status: the {page} is done, next in line comes the rest of the sprint.',
];

const NOTES = ['Hours on the {page} are nearly used up.', 'Ask design about the {page} before {day}.'];

/** Longer than one page in either direction: 20 backwards, 100 forwards. */
const LENGTH = 130;

/** @returns a shop relaunch told in one endless conversation */
export function longThread(random: Random): ScriptedConversation {
  const fill = (templates: readonly string[]): string =>
    random.pick(templates).replace('{page}', random.pick(PAGES)).replace('{day}', random.pick(DAYS));
  const lines: Line[] = [];
  for (let i = 0; i < LENGTH; i++) {
    const after = random.int(10, 400) / 100;
    if (i % 31 === 30) lines.push(['a', 'Priya Nair set the priority to high', { after }]);
    else if (i % 13 === 12) lines.push(['n', fill(NOTES), { after }]);
    else lines.push(random.next() < 0.5 ? ['c', fill(CLIENT), { after }] : ['t', fill(TEAM), { after }]);
  }
  return {
    client: 'tomas',
    inbox: 'Portal',
    status: 'open',
    labels: ['shop', 'relaunch'],
    priority: 'high',
    agent: 'Priya Nair',
    team: 'development',
    daysAgo: 28,
    lines,
  };
}
