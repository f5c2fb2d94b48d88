import { z } from 'zod';
import { text } from '../kit/atoms.js';
import { stamp } from '../kit/stamp.js';

/** A record as the vendor shows it: only what is read of it. */
export const recordSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  url: text,
  created_at: stamp,
});
export type Shown = z.infer<typeof recordSchema>;
