import { Api } from '../client/api.js';
import { SearchPage } from './search-page.js';

new SearchPage(new Api(new URL('../../', import.meta.url))).start();
