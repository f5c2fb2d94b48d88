import type { Columns } from '../kit/listed.js';
import type { Read } from '../kit/read-rows.js';
import type { Shown } from './payloads.js';

export const recordRow = ({ fields: { id, name, url, created_at }, raw }: Read<Shown>): Columns => ({
  id,
  name,
  url,
  vendor_created_at: created_at.at,
  data: { ...raw },
});
