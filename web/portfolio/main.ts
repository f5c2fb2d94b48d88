import { Api } from '../client/api.js';
import { PortfolioPage } from './portfolio-page.js';

new PortfolioPage(new Api(new URL('../../', import.meta.url))).start();
