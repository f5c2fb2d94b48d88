export { SecondOpinionsModule } from './second-opinions.module.js';
