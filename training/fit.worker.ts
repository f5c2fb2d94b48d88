import { parentPort, workerData } from 'node:worker_threads';
import { know } from '../src/kag-events/domain/detect/learned/spelling.js';
import { examplesOf } from './examples.js';
import { fit } from './fit.js';
import type { ToLearn } from './fit-in-threads.js';

const { labelled, vocabulary } = workerData as ToLearn;
know(vocabulary);
parentPort?.postMessage(fit(examplesOf(labelled)).weights);
