import { databaseUrl } from './database-url.js';
import { Misfit } from './variable.js';

const read = (text: string) => databaseUrl().read(text);

describe('a DATABASE_URL', () => {
  it.each([
    'postgres://kag@db/kag',
    'postgresql://kag:secret@db.example.com:6432/kag?sslmode=verify-full&sslrootcert=/etc/ssl/db.pem',
    'postgres://kag:p%40ss%3Aw%2Frd%231%25%3F%26@[2001:db8::1]:5432/kag',
    'postgres://kag:p@ss@db/kag',
    'postgres://kag@db/kag?application_name=a@b',
    'postgres://kag@%2Frun%2Fpostgresql/kag',
    'postgres://kag@db/kag?options=-c%20search_path%3Dkag',
    'postgres://kag@db/kag?sslmode=require&channel_binding=require',
  ])('may be %s', (text) => {
    expect(read(text)).toBe(text);
  });

  it.each([
    ['another database', 'mysql://kag@db/kag', /postgresql:\/\/$/],
    ['no URL', 'db.example.com', /postgresql:\/\/$/],
    ['a password that is not escaped', 'postgres://u:p@ss:w/rd#1%?&@h/db', /must be escaped: @ as %40/],
    ['a slash in one', 'postgres://u:p/hidden@h/db', /must be escaped/],
    ['a slash after digits in one', 'postgres://u:12/hidden@h/db', /must be escaped/],
    ['a question mark in one', 'postgres://u:12?hidden@h/db', /must be escaped/],
    ['a hash in one', 'postgres://u:p#hidden@h/db', /must be escaped/],
    ['a per cent in one', 'postgres://u:100%hidden@h/db', /must be escaped/],
    ['several hosts', 'postgres://u:hidden@h1,h2/db', /several hosts.*the primary/],
    ['several hosts with ports', 'postgres://u:hidden@h1:5432,h2:5432/db', /several hosts/],
    ['no host', 'postgres:///db', /no host.*%2Frun%2Fpostgresql/],
    ['a socket as libpq takes it', 'postgres://u:hidden@/db?host=/run/postgresql', /no host.*%2Frun%2Fpostgresql/],
    ['a port that is no number', 'postgres://u:hidden@h:port/db', /user:password@host:port/],
    ['a search path', 'postgres://u:hidden@h/db?search_path=x', /search_path in it would be ignored/],
    ['a schema as others write it', 'postgres://u:hidden@h/db?schema=x', /schema in it would be ignored/],
    ['an unknown sslmode', 'postgres://u:hidden@h/db?sslmode=on', /sslmode is not one of disable/],
  ])('is told what is wrong with it: %s', (_what, text, problem) => {
    expect(() => read(text)).toThrow(problem);
    expect(() => read(text)).toThrow(Misfit);
    expect(() => read(text)).not.toThrow(/hidden/);
  });
});
