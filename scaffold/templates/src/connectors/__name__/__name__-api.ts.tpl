import type { Source } from '../core/contract.js';
import type { VendorDialect, VendorHttp } from '../core/vendor-http.js';
import { limitHeaders } from '../kit/limit-headers.js';
import type { NumberedPage } from '../kit/walk-pages.js';
import { fillIn } from './fill-in.js';

const FILE = 'src/connectors/__name__/__name__-api.ts';

export const __name__RequestHeaders = ({ apiToken }: Source) => ({ authorization: `Bearer ${apiToken}` });

/** How the vendor tells failures and absences: which bodies are its own 404, and which headers tell its limits. */
export const __name__Dialect: VendorDialect = { ...limitHeaders };

/** The vendor's API, as far as a mirror needs it. */
export class __Name__Api {
  constructor(
    protected readonly http: VendorHttp,
    protected readonly source: Source,
  ) {}

  list(_page: number): Promise<NumberedPage> {
    return fillIn(FILE, 'a page of the list, with its total or whether more lies behind');
  }

  get(_id: string): Promise<unknown> {
    return fillIn(FILE, 'one record by its id');
  }
}
