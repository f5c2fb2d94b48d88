import { HEARD, hears, judge, marginOf } from './model.js';

describe('judge', () => {
  it('says of each sentence how much it says each thing', () => {
    const judged = judge('Thanks for the call. Please approve the estimate.');
    expect(judged).toHaveLength(2);
    for (const one of judged) expect(one.margins).toHaveLength(HEARD.length);
    expect(judged.map((one) => marginOf(one, 'approval_request') > 0)).toEqual([false, true]);
  });

  it('is the same for the same text, whatever came between', () => {
    const before = judge('We will send the plan on Friday.').map(({ margins }) => margins);
    judge('Something else.');
    expect(judge('We will send the plan on Friday.').map(({ margins }) => margins)).toEqual(before);
  });

  it('hears nothing in nothing', () => {
    for (const heard of HEARD) expect(hears('', heard)).toBe(false);
  });
});

describe('what the rules alone missed', () => {
  it.each([
    ['approval_request', 'One word from you about the poster and it goes to the printer.'],
    ['approval_request', 'Скажите «да» по эскизу, и мы приступим.'],
    ['approval', 'Nothing to add to the poster from us, print it.'],
    ['agreement', 'You can count on the drawings by Tuesday noon.'],
    ['agreement', 'Чертежи лягут вам на стол во вторник.'],
    ['scope_change', 'Our boss came up with a second calculator for the page.'],
    ['need', 'Do you take on podcasts, too?'],
  ] as const)('hears %s: %s', (heard, text) => {
    expect(hears(text, heard)).toBe(true);
  });

  it.each([
    ['approval_request', 'Please confirm the number of your flat for the courier.'],
    ['approval_request', 'Уточните и подтвердите, пожалуйста, номер квартиры для курьера.'],
    ['agreement', 'Their plumber will send the bill by Monday.'],
    ['agreement', 'Сосед пришлёт чертежи до среды.'],
    ['scope_change', 'Could you also send us the receipt?'],
    ['need', 'A plumber already takes care of our hosting.'],
  ] as const)('does not hear %s: %s', (heard, text) => {
    expect(hears(text, heard)).toBe(false);
  });
});
