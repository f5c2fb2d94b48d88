import { Api } from '../client/api.js';
import { DigestPage } from './digest-page.js';

new DigestPage(new Api(new URL('../../', import.meta.url))).start();
