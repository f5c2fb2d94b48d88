import { Api } from '../client/api.js';
import { SubscriptionsPage } from './subscriptions-page.js';

new SubscriptionsPage(new Api(new URL('../../', import.meta.url))).start();
