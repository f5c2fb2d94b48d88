import { Api } from '../client/api.js';
import { ProjectPage } from './project-page.js';

new ProjectPage(new Api(new URL('../../', import.meta.url))).start();
