import type { GeneratedFile } from './generated-file.js';
import { metricsPage } from './reference/metrics.js';

/** All that is generated. A new page is a file in reference/ and a line here. */
export const generatedFiles: readonly GeneratedFile[] = [metricsPage];
