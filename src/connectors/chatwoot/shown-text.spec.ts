import { describe, expect, it } from '@jest/globals';
import { messageSchema } from './payloads.js';
import { shownText } from './shown-text.js';

const shown = (more: object) =>
  shownText(messageSchema.parse({ id: 1, message_type: 0, created_at: 1767225600, content: null, ...more }));
const MAIL = { content_type: 'incoming_email' };

describe('what a reader sees of a message', () => {
  it.each([
    [
      'a page of HTML',
      '<html><head><style>.a{color:red}</style></head><body><p>We agree.&nbsp;Please start.</p><img src="https://trk.example.org/open?id=99887766"></body></html>',
      'We agree. Please start.',
    ],
    ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['a link by its words', '<p>See <a href="https://x.example/?t=1">the draft</a></p>', 'See the draft'],
    ['a script and what is hidden', '<div><script>x()</script><span style="display:none">no</span>yes</div>', 'yes'],
    ['a heading as it is written', '<h1>Offer</h1>', 'Offer'],
    ['a quoted reply', '<p>Agreed</p><blockquote>Shall we?</blockquote>', 'Agreed\n\n> Shall we?'],
    ['a broken page', '<div><p>Half', 'Half'],
  ])('%s', (_name, content, text) => expect(shown({ ...MAIL, content })).toBe(text));

  it.each([
    ['words about tags', 'Please use <div> and not <table> in the footer'],
    ['a comparison', 'a < b and c > d'],
    ['plain words', 'We agree to the offer.'],
  ])('%s of a chat as they are', (_name, content) => expect(shown({ content })).toBe(content));

  it.each([
    'Not yet.\n\nOn Tue, Ben <b.smith@example.org> wrote:\n> Please add a blog section',
    'Write to Irina:\n<i.petrova@example.org>',
    '<p.smith@example.org>',
  ])('a mail of plain text with an address: %j', (content) => expect(shown({ ...MAIL, content })).toBe(content));

  it.each([
    ['its plain reply', { text_content: { reply: 'Yes', full: 'Yes > no' } }, 'Yes'],
    ['its plain text', { text_content: { full: 'All of it' } }, 'All of it'],
    ['its page', { html_content: { full: '<p>Of the page</p>' } }, 'Of the page'],
    ['its subject', { subject: 'Invoice 12' }, 'Invoice 12'],
    ['nothing', {}, null],
  ])('of a mail without a text: %s', (_name, email, text) =>
    expect(shown({ ...MAIL, content_attributes: { email } })).toBe(text),
  );
});
