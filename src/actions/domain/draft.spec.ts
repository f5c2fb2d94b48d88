import fc from 'fast-check';
import { LOCALES } from '../../common/locale.js';
import { draftOf, untitled, type Advice, type DraftForm } from './draft.js';

const ADVICE: Advice = {
  title: 'Follow up: 4 working days without an answer',
  rationale: 'The team asked the client and has had no answer for 4 working days.',
  why_now: 'The work waits for this answer.',
  suggested_template: 'Hello! We asked you something and need your answer to go on.',
  links: [{ url: 'https://chat.example/1' }, { url: 'https://chat.example/1' }, { url: 'https://chat.example/2' }],
};
const FORMS: DraftForm[] = ['issue', 'note', 'message', 'reminder'];

describe('the draft of an action', () => {
  it('tells colleagues the reasons, the message, and each source once', () => {
    expect(draftOf('issue', ADVICE, 'en')).toEqual({
      title: ADVICE.title,
      text: [
        ADVICE.rationale,
        'Why now: The work waits for this answer.',
        'Message to the client:\nHello! We asked you something and need your answer to go on.',
        'What it rests on:\n- https://chat.example/1\n- https://chat.example/2',
      ].join('\n\n'),
    });
  });

  it('tells the client the message and nothing else', () => {
    for (const locale of LOCALES)
      expect(draftOf('message', ADVICE, locale)).toEqual({ title: null, text: ADVICE.suggested_template });
  });

  it('reminds of what there is to do', () => {
    expect(draftOf('reminder', ADVICE, 'ru')).toEqual({ title: null, text: ADVICE.title });
  });

  it('speaks the language that is asked for', () => {
    const { text } = draftOf('note', ADVICE, 'ru');
    expect(text).toContain('Почему сейчас: ');
    expect(text).toContain('На чём это основано:\n- https://chat.example/1');
  });

  it('is empty without a recommendation', () => {
    expect(FORMS.map((form) => draftOf(form, null, 'en').text)).toEqual(['', '', '', '']);
  });

  it('keeps the title as the first line where the form has none', () => {
    expect(untitled({ title: 'Call', text: 'Now.' })).toEqual({ title: null, text: 'Call\n\nNow.' });
    expect(untitled({ title: '', text: '' })).toEqual({ title: null, text: '' });
  });

  it('never shows a client a reason or a source', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string({ minLength: 30 }), (url, reason) => {
        const advice = { ...ADVICE, rationale: reason, why_now: reason, links: [{ url }] };
        expect(draftOf('message', advice, 'en').text).toBe(ADVICE.suggested_template);
      }),
    );
  });
});
