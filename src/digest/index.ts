export { DigestModule } from './digest.module.js';
