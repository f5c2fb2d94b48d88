import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { mayBeMistyped, meantWords } from './domain/meant-words.js';
import { STOP_WORDS, wordsOf } from './domain/words.js';
import { VocabularyRepository } from './vocabulary.repository.js';

/** Projects whose words are kept, and for how long: a word that was first written since is missed until then. */
const PROJECTS = 20;
const KEPT_MS = 5 * 60_000;
const MAX_WORDS = 24;

/** Finds out which words of a query are mistyped: those that no text has, where texts have words like them. */
@Injectable()
export class TypingErrors {
  private readonly words = new LRUCache<string, readonly string[]>({ max: PROJECTS, ttl: KEPT_MS });

  constructor(private readonly vocabulary: VocabularyRepository) {}

  /** What is meant by each mistyped word of the text; empty where every word is known or like no other. */
  async meant(projectId: string, text: string): Promise<Map<string, string[]>> {
    const asked = [...new Set(wordsOf(text))].filter((word) => mayBeMistyped(word) && !STOP_WORDS.has(word));
    const meant = new Map<string, string[]>();
    if (asked.length === 0) return meant;
    const unknown = await this.vocabulary.unknown(projectId, asked.slice(0, MAX_WORDS));
    if (unknown.length === 0) return meant;
    const known = this.words.get(projectId) ?? (await this.vocabulary.all(projectId));
    this.words.set(projectId, known);
    for (const word of unknown) {
      const words = meantWords(word, known);
      if (words.length > 0) meant.set(word, words);
    }
    return meant;
  }
}

/** The text with its mistyped words replaced by the first of what is meant. */
export const mendedText = (text: string, meant: ReadonlyMap<string, readonly string[]>): string =>
  meant.size === 0 ? text : text.replace(/\p{L}+/gu, (word) => meant.get(word.toLowerCase())?.[0] ?? word);

/** Says what was looked for beside what was written; null where that is the same. */
export function typingHint(meant: ReadonlyMap<string, readonly string[]>): string | null {
  const said = [...meant].map(
    ([word, words]) => `no text has "${word}", so "${words.join('", "')}" was looked for too`,
  );
  return said.length === 0 ? null : `${said.join('; ')}.`.replace(/^n/, 'N');
}
