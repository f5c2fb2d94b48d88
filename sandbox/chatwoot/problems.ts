import { HttpProblem } from '../http/exchange.js';

/** Chatwoot's error answers, word for word. */
export const noToken = (): HttpProblem =>
  new HttpProblem(401, { errors: ['You need to sign in or sign up before continuing.'] });
export const wrongToken = (): HttpProblem => new HttpProblem(401, { error: 'Invalid Access Token' });
/** 401 and not 403: Chatwoot answers so for every forbidden thing. */
export const notAuthorized = (): HttpProblem =>
  new HttpProblem(401, { error: 'You are not authorized to access this account' });
export const notFound = (): HttpProblem => new HttpProblem(404, { error: 'Resource could not be found' });
export const unprocessable = (error: string): HttpProblem => new HttpProblem(422, { error });
