import { expect, it } from '@jest/globals';
import { readableText } from './readable-text.js';

it.each([
  'The `<title>` of the page is empty.\n<img width="600" src="https://x.example/1">\nSteps: open it.',
  'Change the <title> to Shop and remove the <br> behind it. Steps: open it.',
  '`<head>` and `</head>` are missing.<br>Steps: open it.',
])('reads on behind a tag that is spoken about: %j', (text) => expect(readableText(text)).toContain('Steps: open it.'));

it('still leaves out what is not shown', () =>
  expect(readableText('<head><title>T</title></head><p>Seen</p>').trim()).toBe('Seen'));
