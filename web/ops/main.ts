import { Api } from '../client/api.js';
import { OpsPage } from './ops-page.js';

new OpsPage(new Api(new URL('../../', import.meta.url))).start();
