import { hears } from './learned/model.js';

/**
 * Whether a message of the client approves: consent in so many words ("approved", "утверждаю"), an order to go on
 * ("запускайте"), a choice ("option two it is"), or contentment in a message that wishes for no change. Not: denied,
 * asked, bound to a condition, to come, told of another time, another's approval, or mentioned in quotation marks.
 * English and Russian; see ownWords for what is read.
 */
export const detectApproval = (text: string): boolean => hears(text, 'approval');
