import type { NewDeal } from '../attio/mutations.js';
import type { Stage } from '../attio/attributes.js';
import type { Deed } from './story.js';

/** What is sold, earned, spent and written down in Attio. */

export const opensDeal =
  (name: string, given: Pick<NewDeal, 'stage' | 'value' | 'budget' | 'cost'>): Deed =>
  ({ worlds: { attio }, deals, companyId, personId, memberId }) =>
    deals.add(name, attio.addDeal({ name, company: companyId, people: [personId], owner: memberId, ...given }).id);

export const movesDeal =
  (name: string, stage: Stage): Deed =>
  ({ worlds, deals }) =>
    worlds.attio.setStage(deals.id(name), stage);

/** What the work on the deal has cost so far. */
export const setsCost =
  (name: string, amount: number): Deed =>
  ({ worlds, deals }) =>
    worlds.attio.setCost(deals.id(name), amount);

/** A note about the client. */
export const notes =
  (title: string, content: string): Deed =>
  ({ worlds: { attio }, companyId, memberId }) =>
    void attio.addNote({ record: companyId, title, content, author: memberId });
