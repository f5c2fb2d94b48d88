import { hears } from './learned/model.js';

/**
 * Whether a message of the team asks the client to approve: to sign off or confirm something handed over (a design, a
 * draft, an estimate), to give a go-ahead, or whether the work may begin ("shall we launch?"), plainly or not ("we only
 * wait for your nod"). Not: what will happen once approved, thanks for an approval, a denied request, the confirmation
 * of meetings, receipts and addresses, others' approvals. English and Russian; see ownWords for what is read.
 */
export const detectApprovalRequest = (text: string): boolean => hears(text, 'approval_request');
