import { judge, marginOf, type JudgedSentence } from './learned/model.js';

/**
 * Whether a message of the client shows a need that could be sold: a plan of his, a question about a service or its
 * price, a search for someone to do it, or a lack that a service would fill ("our designer has left"). Not: support
 * within the current work, plain additions to it, needs denied or already met. English and Russian; see ownWords for
 * what is read.
 */
export const detectNeed = (text: string): boolean =>
  judge(text).some((one) => marginOf(one, 'need') > 0 && !plainlyAddsToWork(one));

const plainlyAddsToWork = ({ facts }: JudgedSentence): boolean => facts.includes('more') && !facts.includes('need');
