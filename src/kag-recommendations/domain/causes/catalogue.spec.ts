import { expect, it } from '@jest/globals';
import { FEATURES } from '../../../kag-forecast/domain/hazard/features/features.js';
import { RULES } from '../recommendation.js';
import { CAUSE_LIST } from './catalogue.js';

it.each(CAUSE_LIST.map((cause) => [cause.key, cause] as const))(
  '%s names features of its category’s risk only',
  (_key, { category, features }) => {
    const { risk } = RULES[category];
    const known = risk === null ? [] : FEATURES[risk].map(({ key }) => key);
    expect(known).toEqual(expect.arrayContaining([...features]));
  },
);
