export type { Whose } from './listed.repository.js';
export { PortfolioModule } from './portfolio.module.js';
export { Portfolio } from './portfolio.service.js';
