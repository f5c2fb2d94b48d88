import type { Source } from '../core/contract.js';

/** Ids that stay unique when a project has had several accounts; Chatwoot's own are counted per account or server. */
export interface GlobalIds {
  conversation(id: number): string;
  message(id: number): string;
  contact(id: number): string;
  agent(id: number): string;
  inbox(id: number): string;
  attachment(id: number): string;
}

/** @returns the global ids of one account's objects. */
export function globalIds(source: Source): GlobalIds {
  const of = (kind: string) => (id: number) => `${kind}:${source.externalId}:${id}`;
  return {
    conversation: of('cw'),
    message: of('cwmsg'),
    contact: of('cwc'),
    agent: of('cwagent'),
    inbox: of('cwinbox'),
    attachment: of('cwatt'),
  };
}

/** Whether a global id is one of the account's. */
export const isOfAccount = (globalId: string, { externalId }: Source): boolean => globalId.split(':')[1] === externalId;
