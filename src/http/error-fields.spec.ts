import { errorFields } from './error-fields.js';

describe('an error in the log', () => {
  it('is told where a library hands on a copy of it, which is a plain object', () => {
    const error = Object.assign(new Error('no connection'), { code: '53300' });
    const copy = { ...error, message: error.message, stack: error.stack, queue: 'runs' };
    expect(errorFields(copy)).toEqual({ type: 'Error', message: 'no connection', stack: error.stack, code: '53300' });
  });

  it('keeps the hint that PostgreSQL gives', () => {
    const error = Object.assign(new Error('permission denied'), { code: '42501', hint: 'Must be superuser.' });
    expect(errorFields(error)).toMatchObject({ code: '42501', hint: 'Must be superuser.' });
  });

  it('is its type where something else was thrown', () => {
    expect(errorFields('words of somebody')).toEqual({ type: 'string' });
    expect(errorFields({ words: 'of somebody' })).toEqual({ type: 'object' });
  });
});
