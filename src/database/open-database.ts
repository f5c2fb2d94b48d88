import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';
import type { Deadlines } from './server-client.js';

/** A connection of a program that is not the server. */
export interface OpenDatabase {
  database: Database;
  close(): Promise<void>;
}

/**
 * Connects as the server does, but migrates nothing and starts nothing.
 * @throws Error of the driver when it can't
 */
export async function openDatabase(url: string, connections = 2, deadlines?: Deadlines): Promise<OpenDatabase> {
  const source = await new DataSource(dataSourceOptions(url, connections, deadlines)).initialize();
  return { database: new Database(source), close: () => source.destroy() };
}
