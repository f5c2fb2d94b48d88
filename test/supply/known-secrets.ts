/** Texts that look like secrets and open nothing, each with the reason. */
export const KNOWN: readonly { text: RegExp; why: string }[] = [
  {
    text: /kag_4cS8Qm0Wb1cX9v3oB2n7LrYt5uKe6JhZpGfDaSxVqTk$/,
    why: 'shows in the API document what a token looks like',
  },
  { text: /JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP$/, why: 'shows in the API document what a second factor’s key looks like' },
  { text: /GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ$/, why: 'the key of the test vectors in RFC 6238' },
  { text: /:\/\/\w+:[^@]*hidden/, why: 'made up, to test that no message shows a password of an address' },
  { text: /p%40ss%3Aw%2Frd%231%25%3F%26@\[2001:db8::1\]/, why: 'made up, to test how an address is escaped' },
  { text: /me:pa%20ss@db:5432/, why: 'made up, to test how an address is read' },
  { text: /kag:hunter2-hunter2@db/, why: 'made up, to test that no message shows a password of an address' },
];
