import { expect, it } from '@jest/globals';
import { SORTS } from '../../src/portfolio/domain/order.js';
import { SORTS as SORTS_OF_THE_PAGE } from '../../web/portfolio/models/view.js';

it('are the same at the server and on the page', () => expect(SORTS_OF_THE_PAGE).toEqual(SORTS));
