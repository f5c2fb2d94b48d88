import { hears } from './learned/model.js';

/**
 * Whether a message of the client asks for work beyond what was agreed: an addition, one more of something, another
 * direction, or what the client says was not agreed. The text alone does not show whether it truly lies outside. Not:
 * reports of faults, questions about status, thanks, denied wishes, people or numbers added to calls, chats and
 * invoices. English and Russian; see ownWords for what is read.
 */
export const detectScopeChange = (text: string): boolean => hears(text, 'scope_change');
