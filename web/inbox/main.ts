import { Api } from '../client/api.js';
import { InboxPage } from './inbox-page.js';

new InboxPage(new Api(new URL('../../', import.meta.url))).start();
