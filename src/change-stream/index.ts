export { ChangeStreamModule } from './change-stream.module.js';
