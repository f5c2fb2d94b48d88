import { AttioActivity } from './activity.entity.js';
import { AttioCompany } from './company.entity.js';
import { AttioDeal } from './deal.entity.js';
import { AttioPerson } from './person.entity.js';

export const ATTIO_ENTITIES = [AttioCompany, AttioPerson, AttioDeal, AttioActivity];
