import { bringToHead } from '../../src/bring-to-head.js';
import { openDatabase, startEmbedded, type OpenDatabase } from '../../src/database/index.js';
import { EnglishModel } from '../../src/search/sentence-model/english-model.js';
import type { SearchMode } from '../../src/search/search.dto.js';
import { halvesOf, kindOf, type Conversation } from './conversations.js';
import { projectOf } from './project-of.js';
import { QUERIES, type Query } from './queries.js';
import { meanWorth, worthOf, type Worth } from './worth.js';

/** A list of texts for a query, best first. */
type Lists = (query: Query) => Promise<string[]>;
/** The kinds of service of the conversations in which a text was said. */
type Kinds = ReadonlyMap<string, ReadonlySet<string>>;

/** Asks the server's own search, on an embedded database, and prints what each list is worth for each half. */
export async function evaluateSearch(file: string, every: number, say: (line: string) => void): Promise<void> {
  const halves = halvesOf(file, every);
  const embedded = await startEmbedded('memory://');
  try {
    await bringToHead(embedded.url);
    const open = await openDatabase(embedded.url, 5);
    try {
      const columns = [];
      for (const half of halves) columns.push(await worthsOf(open, embedded.url, half));
      const [chosen, shown] = columns;
      const conversations = halves.map((half) => half.length).join(' and ');
      say(`nDCG@10, recall@10 and MRR over ${QUERIES.length} queries; two halves of ${conversations} conversations`);
      for (const [name, worth] of chosen ?? [])
        say(`${name.padEnd(20)} ${figuresOf(worth)}   ${figuresOf(shown?.get(name) ?? meanWorth([]))}`);
    } finally {
      await open.close();
    }
  } finally {
    await embedded.stop();
  }
}

const figuresOf = ({ ndcg, recall, reciprocalRank }: Worth): string =>
  [ndcg, recall, reciprocalRank].map((value) => value.toFixed(3)).join('  ');

async function worthsOf(open: OpenDatabase, url: string, half: readonly Conversation[]): Promise<Map<string, Worth>> {
  const worths = new Map<string, Worth>();
  let kinds: Kinds = new Map();
  for (const provider of ['hashing', 'local'] as const) {
    const { project, parts } = await projectOf(open, url, half, provider);
    kinds = await kindsOf(open, project, half);
    const by = (mode: SearchMode): Lists => {
      return async ({ text }) =>
        (await parts.search.search(project, { query: text, topK: 10, mode })).results.map((result) => result.text);
    };
    const name = provider === 'local' ? 'joined' : provider;
    if (provider === 'hashing') worths.set('words', await worthOfAll(by('lexical'), kinds));
    worths.set(name, await worthOfAll(by('vector'), kinds));
    worths.set(`${name} and words`, await worthOfAll(by('hybrid'), kinds));
  }
  worths.set('model alone', await worthOfAll(await byModel([...kinds.keys()]), kinds));
  return worths;
}

async function worthOfAll(lists: Lists, kinds: Kinds): Promise<Worth> {
  const worths: Worth[] = [];
  for (const query of QUERIES) {
    const isRight = (text: string) => query.services.some((kind) => kinds.get(text)?.has(kind));
    const right = [...kinds.keys()].filter(isRight).length;
    worths.push(worthOf((await lists(query)).map(isRight), right));
  }
  return meanWorth(worths);
}

/** Of each text that is in search, by what its conversation is about. */
async function kindsOf({ database }: OpenDatabase, project: string, half: readonly Conversation[]): Promise<Kinds> {
  const services = new Map(half.map(({ id, services: named }) => [`cw:1:${id}`, named.map(kindOf)]));
  const rows = await database.query<{ text: string; conversation: string }>(
    `SELECT text, conversation_global_id AS conversation FROM rag_chunks WHERE project_id = $1 AND deleted_at IS NULL`,
    [project],
  );
  const kinds = new Map<string, Set<string>>();
  for (const { text, conversation } of rows)
    kinds.set(text, new Set([...(kinds.get(text) ?? []), ...(services.get(conversation) ?? [])]));
  return kinds;
}

/** The sentence model without the server: what it says by itself. */
async function byModel(texts: readonly string[]): Promise<Lists> {
  const model = new EnglishModel();
  const vectors: Float32Array[] = [];
  for (let from = 0; from < texts.length; from += 16)
    vectors.push(...(await model.embed(texts.slice(from, from + 16))));
  return async ({ text }) => {
    const [asked = new Float32Array()] = await model.embed([text]);
    const near = vectors.map((vector) => vector.reduce((sum, value, at) => sum + value * (asked[at] ?? 0), 0));
    const order = texts.map((_, at) => at).sort((a, b) => (near[b] ?? 0) - (near[a] ?? 0));
    return order.slice(0, 10).map((at) => texts[at] ?? '');
  };
}
