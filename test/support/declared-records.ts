import { readConfig } from '../../src/config/index.js';
import { declareRecords, vendorsOf } from '../../src/connectors/vendors.js';
import { RecordTables } from '../../src/source-records/index.js';

/** The records of every vendor, as the server has them declared once it is up. */
export function declaredRecords(): RecordTables {
  const records = new RecordTables();
  declareRecords(vendorsOf(readConfig({ NODE_ENV: 'test' })), records);
  return records;
}
