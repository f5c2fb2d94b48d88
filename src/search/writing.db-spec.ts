import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { newProject, searchParts, sourceText, type SearchParts } from '../../test/support/search-parts.js';
import type { SearchMode } from './search.dto.js';

/** Texts that share words with the queries below, and are not what is looked for. */
const OTHERS = [
  'The warehouse will be closed on Monday because of the holiday.',
  'Please send the scanner back to us before the end of May.',
  'Call me on +49 30 1234567 or +49 151 9999999 when you have time.',
  'The lantern festival is at the works, and everybody is invited.',
  'To whom should we send the draft of the contract for review?',
  'The lens of the camera on the building site needs cleaning.',
  '请在周五之前把会议记录发给我们的团队，谢谢您的帮助。',
  'The report for 2025 is ready and can be sent to the board now.',
  'In 2025 we plan to open another office in the city centre.',
  'Invoices INV-2024-00071 and INV-2024-00018 are paid, thank you.',
];

/** A text as it is kept: without what shows nothing. */
const kept = (text: string) => text.replace(/[\u200b\u00ad\u2060]/g, '');

describe('search, however people write', () => {
  let test: TestDatabase;
  let parts: SearchParts;
  let project: string;
  beforeAll(async () => {
    test = await openTestDatabase();
    parts = searchParts(test, { EMBEDDING_DIM: '512' });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    project = await newProject(test);
  });

  const fill = async (...texts: string[]) => {
    await parts.write(
      project,
      texts.map((text) => sourceText(text)),
    );
    await parts.embed(project);
  };
  const find = (query: string, mode: SearchMode = 'hybrid', neighbours = false) =>
    parts.search.search(project, { query, topK: 10, mode, neighbours });
  const first = async (query: string, mode?: SearchMode) => (await find(query, mode)).results[0]?.text;

  it.each<[string, string, string, SearchMode[]]>([
    [
      'invisible characters in words',
      'The wareh\u200bouse scan\u200bner re\u00adfuses all pal\u2060lets since this morning.',
      'warehouse scanner pallets',
      ['hybrid', 'lexical'],
    ],
    ['phone numbers', 'You reach me under +49 (151) 234-56-78 all day.', '+491512345678', ['hybrid', 'lexical']],
    ['phone numbers', 'You reach me under +491512345678 all day.', '0151 234 56 78', ['hybrid', 'lexical']],
    [
      'Chinese',
      '客户说下周二之前必须收到修改后的合同，否则项目会推迟到下个月开始。',
      '修改后的合同',
      ['hybrid', 'lexical'],
    ],
    [
      'Japanese',
      '来週の火曜日までに修正した契約書を送ってください、よろしくお願いいたします。',
      '修正した契約書',
      ['hybrid', 'lexical'],
    ],
    [
      'wide letters',
      'Ｔｈｅ ｐｅｒｉｓｃｏｐｅ ｗｉｄｇｅｔ ｎｅｅｄｓ ａ ｎｅｗ ｌｅｎｓ ｓｏｏｎ．',
      'periscope widget lens',
      ['hybrid', 'lexical'],
    ],
    [
      'words that hold sentences together',
      'We will and we can: to do or not to do is what the poster says.',
      'to do or not to do',
      ['hybrid', 'lexical'],
    ],
    [
      'words that hold sentences together, with stops',
      'We will and we can: to do or not to do is what the poster says.',
      'To do, or not to do?',
      ['hybrid', 'lexical'],
    ],
    [
      'words that a dictionary leaves out',
      'We want to have this fixed once and for all before the launch.',
      'once and for all',
      ['hybrid', 'lexical'],
    ],
    [
      'Russian words that a dictionary leaves out',
      'Такого у нас никогда больше быть не должно, проверьте.',
      'никогда больше',
      ['hybrid', 'lexical'],
    ],
    [
      'the domain of a page',
      'Please look at https://www.lantern-works.example/shop since it is down.',
      'lantern-works.example',
      ['hybrid', 'lexical'],
    ],
    [
      'a page by its full name',
      'The shop at lantern-works.example is down since this morning.',
      'www.lantern-works.example',
      ['hybrid', 'lexical'],
    ],
    [
      'the domain of an address',
      'Write to karla.muster@lantern-works.example about the delivery.',
      'lantern-works.example',
      ['hybrid', 'lexical'],
    ],
    [
      'typing errors in English',
      'The thermostat integration of the greenhouse has to be ready in May.',
      'thermosatt greenhose',
      ['hybrid', 'lexical', 'vector'],
    ],
    [
      'typing errors in Russian',
      'Настройка термостата в теплице должна быть готова в мае.',
      'термостта теплице',
      ['hybrid', 'lexical'],
    ],
    [
      'a year among words',
      'The quarterly budget for marketing was approved by the owners.',
      'quarterly marketing budget 2025',
      ['hybrid', 'lexical'],
    ],
    [
      'an identifier of several parts',
      'We have not received INV-2024-00017 yet, please send it again.',
      'INV-2024-00017',
      ['hybrid', 'lexical'],
    ],
  ])('finds %s: %s', async (_, text, query, modes) => {
    await fill(...OTHERS, text);
    for (const mode of modes) expect(await first(query, mode)).toBe(kept(text));
  });

  it('takes an identifier whole, and a year for none', async () => {
    await fill(...OTHERS);
    const { results } = await find('INV-2024-00017', 'lexical');
    expect(results.every(({ ranks }) => ranks.exact === null)).toBe(true);
    expect((await find('2025 plans')).results.every(({ ranks }) => ranks.exact === null)).toBe(true);
  });

  it('reads an HTML mail as it is shown, without the mail that it answers', async () => {
    const mail =
      '<html><head><style>p { color: red }</style></head><body><p>The new <b>brochure</b> looks good &amp; can be printed.</p>' +
      '<div class="gmail_quote">On Monday Ann wrote:<blockquote>Please look at the catalogue of spare parts.</blockquote></div></body></html>';
    await fill(...OTHERS, mail);
    expect(await first('brochure printed')).toBe('The new brochure looks good & can be printed.');
    expect((await find('blockquote gmail_quote style color', 'lexical')).results).toEqual([]);
    expect((await find('catalogue of spare parts', 'lexical')).results).toEqual([]);
  });

  it('finds a quoted sentence where it was said, and not where it is quoted', async () => {
    await fill('Could you look at the catalogue of spare parts before Friday?');
    await fill(
      'Yes, I will do that tomorrow morning.\n\n> Could you look at the catalogue of spare parts before Friday?',
    );
    const { results } = await find('catalogue of spare parts', 'lexical');
    expect(results.map(({ text }) => text)).toEqual(['Could you look at the catalogue of spare parts before Friday?']);
  });

  it.each(['???', '😀', '—'])('answers a query without a word (%s) with a hint, and no text', async (query) => {
    await fill(...OTHERS);
    for (const mode of ['hybrid', 'vector', 'lexical'] as const)
      expect(await find(query, mode)).toMatchObject({ results: [], hint: expect.stringContaining('no word') });
  });

  it('shows what was said before and after a result, where that is asked for', async () => {
    const said = [
      'Shall we meet at the town hall on Monday?',
      'The accountant pays the invoice on Friday.',
      'That is fine with all of us here, thanks.',
    ];
    await fill(...said);
    const [result] = (await find('accountant invoice', 'hybrid', true)).results;
    expect(result?.neighbours).toMatchObject({ before: { text: said[0] }, after: { text: said[2] } });
    expect((await find('accountant invoice')).results[0]).not.toHaveProperty('neighbours');
  });

  it('says that texts lack their vectors, and finds them by their words', async () => {
    await fill(...OTHERS);
    await parts.write(project, [sourceText('The accountant pays the invoice for January on Friday.')]);
    expect(await find('accountant pays January')).toMatchObject({
      degraded: true,
      reason: expect.stringContaining('1 text has no vector yet'),
      results: expect.arrayContaining([expect.objectContaining({ text: expect.stringContaining('accountant') })]),
    });
  });
});
