/** The SELECT list by which a connection tells whether it may write. */
export const MAY_WRITE = `pg_is_in_recovery() AS standby, current_setting('transaction_read_only') = 'on' AS read_only`;

export interface MayWrite {
  standby: boolean;
  read_only: boolean;
}

/** Why nothing can be written, in words; null where it can. */
export function whyReadOnly({ standby, read_only }: MayWrite): string | null {
  if (standby) return 'it is a standby, which is read-only: DATABASE_URL must lead to the primary';
  return read_only ? 'it is read-only: default_transaction_read_only is on' : null;
}

/** Why nothing can be written to the database that answers the query; null where it can. */
export async function readOnlyReason(query: (text: string) => Promise<unknown[]>): Promise<string | null> {
  const [row] = (await query(`SELECT ${MAY_WRITE}`)) as MayWrite[];
  return row ? whyReadOnly(row) : null;
}
