import { detectAgreement } from './agreement.js';
import { detectApproval } from './approval.js';
import { detectApprovalRequest } from './approval-request.js';
import { detectNeed } from './need.js';
import { detectScopeChange } from './scope-change.js';
import { sentimentScore } from './sentiment.js';

const SENT = new Date('2026-03-11T15:30:00Z');

/** What the detectors hear in a text, by name. */
const heardIn = (text: string): string[] =>
  Object.entries({
    'approval request': detectApprovalRequest(text),
    approval: detectApproval(text),
    agreement: detectAgreement(text, SENT) !== null,
    'scope change': detectScopeChange(text),
    need: detectNeed(text),
  })
    .filter(([, is]) => is)
    .map(([name]) => name);

const linesOf = (list: string): string[] =>
  list
    .trim()
    .split('\n')
    .map((line) => line.trim());

const GREETINGS = linesOf(`
  Hi
  Hello everyone
  Good morning, team!
  Dear Ms Miller,
  Hi all, hope you are well.
  How are you?
  Nice to meet you!
  Have a nice weekend!
  Welcome back!
  Anyone here?
  Test
  Привет!
  Здравствуйте, Анна!
  Доброе утро, коллеги
  Как дела?
  До свидания
  С Новым годом!
  Приятно познакомиться
  Есть кто?
`);
const THANKS = linesOf(`
  Thanks!
  Thank you very much!
  Many thanks for your help
  Thanks for the update
  Thank you for the call yesterday
  Much appreciated
  No problem
  You're welcome
  Got it
  Noted
  Ok, thanks
  Спасибо!
  Большое спасибо
  Спасибо за звонок
  Понял
  Принято
  ок, спасибо
  Получили, спасибо
  🙏
`);
const AWAY = linesOf(`
  I am out of the office until March 20 with no access to email.
  I am on holiday until Monday. In urgent cases please write to my colleague Maria.
  Thank you for your message. I am away and will read it when I am back.
  Automatic reply: I am currently on parental leave.
  Our office is closed on Friday because of a public holiday.
  Я в отпуске до 20 марта, почту не читаю.
  Меня нет в офисе до понедельника. По срочным вопросам пишите Марии.
  Офис закрыт в пятницу, выходной.
  Сегодня на больничном.
`);
const CODE = [
  '```\nfunction approve(order) {\n  return order.total < 100;\n}\n```',
  'const need = await repository.find({ where: { status: "approved" } });',
  'SELECT * FROM approvals WHERE approved = true AND due_at < now();',
  "TypeError: Cannot read properties of undefined (reading 'approve')\n    at Order.approve (/app/order.js:12:7)",
  '{"status": "approved", "add": ["page", "section"], "due": "2026-03-20"}',
  '<button class="add">Add page</button>',
  'git commit -m "Add a landing page"',
  'if (!need) throw new Error("we need a budget");',
  'https://example.org/needs/add?page=2',
];
const QUOTED = [
  '> Please approve the homepage design',
  '> We will send the contract by Friday\n> Could you also add a blog?',
  'Hello\n\nOn Tue, 3 Mar 2026 at 10:00, Anna <anna@example.org> wrote:\n> Please approve the estimate.',
  'Thanks.\n\nOn Tue, 3 Mar 2026 at 10:00, Anna <anna@example.org> wrote:\nApproved, go ahead.',
  'See below.\n\n-----Original Message-----\nFrom: Anna\nSent: Monday\nWe need a mobile app. Approved.',
  'Спасибо.\n\n3 марта 2026 г., 10:00, Анна <anna@example.org> написала:\n> Утверждаю смету, запускайте.',
  'Hello\n-- \nWe will send it on Friday',
];
const OTHER_LANGUAGES = linesOf(`
  Bitte geben Sie uns bis Freitag Bescheid.
  Die Rechnung ist heute angekommen.
  Bonjour, comment allez-vous ?
  La réunion est jeudi à dix heures.
  La factura llegó ayer.
  Dzień dobry, dziękuję za wiadomość.
  Olá, tudo bem?
  Teşekkür ederim, iyi günler.
  こんにちは、お世話になっております。
  你好，谢谢你的帮助。
  감사합니다. 좋은 하루 되세요.
  مرحبا، شكرا جزيلا
  שלום, תודה רבה
  Добрий день, дякую за відповідь.
  สวัสดีครับ ขอบคุณครับ
  Γεια σας, ευχαριστώ πολύ
`);
const NOTHING = ['', ' ', '\n\n', '...', '?', '!!!', '"', '42', '2026-03-20', '\u200b', '\ufeff', '\u0301\u0301'];
const HOSTILE = [
  '\0',
  'a\0b',
  '\ud800',
  'x\udfffy',
  '\u202eabc',
  'constructor',
  '__proto__ toString valueOf',
  'undefined',
  "'; DROP TABLE events; --",
  '<script>alert(1)</script>',
];
const HUGE = ['a', 'word ', 'слово ', '\0', '\ud800', 'Hello. ', 'спасибо ', '1 ', '. '];

describe.each([
  ['a greeting', GREETINGS],
  ['thanks', THANKS],
  ['an absence', AWAY],
  ['code', CODE],
  ['what others said', QUOTED],
  ['another language', OTHER_LANGUAGES],
  ['nothing', NOTHING],
  ['hostile characters', HOSTILE],
])('in %s', (_, texts) => {
  it.each(texts)('nothing is heard: %j', (text) => {
    expect(heardIn(text)).toEqual([]);
  });

  it.each(texts)('nothing sounds unhappy: %j', (text) => {
    expect(sentimentScore(text)).toBeGreaterThan(-0.1);
  });
});

describe('in 100 KB', () => {
  it.each(HUGE)('of %j nothing is heard', (part) => {
    const text = part.repeat(100_000 / part.length);
    expect(heardIn(text)).toEqual([]);
    expect(Math.abs(sentimentScore(text))).toBeLessThanOrEqual(1);
  });
});

describe('texts of which the detectors know no word', () => {
  it.each([...NOTHING, ...HOSTILE, 'Die Rechnung ist heute angekommen.', 'La factura llegó ayer.', '你好'])(
    'have no mood: %j',
    (text) => {
      expect(sentimentScore(text)).toBe(0);
    },
  );
});
