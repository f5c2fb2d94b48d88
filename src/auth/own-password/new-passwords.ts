import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { validationFailed } from '../../http/index.js';
import { isMadeOf, partsOf } from '../domain/context-words.js';
import { Passwords } from '../passwords.js';
import { isCommon } from './common-passwords.js';

/** The product, by the name that people type. */
const PRODUCT = 'kag';
const COMMON =
  'is a common password or close to one; take a longer one, such as four words that have nothing to do with each other';
const KNOWN = 'is made of your login, or of names that others know; take words that have nothing to do with them';

/** Whose password it is to be: by id, or a new user's login. */
export type PasswordOwner = { id: string } | { username: string };

/** Hashes passwords that somebody wants, and refuses those that would be guessed. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
  ) {}

  /** @throws AppError `validation_failed`, about the field that holds it. */
  async hash(password: string, owner: PasswordOwner, field: string): Promise<string> {
    const problem = await this.problem(password, owner);
    if (problem !== null) throw validationFailed([{ path: field, problem }]);
    return this.passwords.hash(password);
  }

  /** Why it would be guessed; null when it would not. */
  async problem(password: string, owner: PasswordOwner): Promise<string | null> {
    const known = [PRODUCT, ...('username' in owner ? [owner.username] : await this.namesAround(owner.id))];
    if (isMadeOf(password, known)) return KNOWN;
    return (await isCommon(password, known.flatMap(partsOf))) ? COMMON : null;
  }

  /** The user's login, and the names of the account scopes they belong to. */
  private async namesAround(userId: string): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `SELECT username AS name FROM users WHERE id = $1
       UNION SELECT unnest(ARRAY[s.key, s.name]) FROM user_scopes us JOIN account_scopes s ON s.id = us.account_scope_id
       WHERE us.user_id = $1`,
      [userId],
    );
    return rows.map((row) => row.name);
  }
}
