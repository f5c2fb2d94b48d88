import type { Unready } from '../client/session.js';

/** What the bar and its form say, in one language. */
export interface BarWords {
  looking: string;
  tryAgain: string;
  logIn: string;
  logOut: string;
  loggedOut: string;
  username: string;
  password: string;
  /** Of the authenticator app. */
  code: string;
  logInWith: (provider: string) => string;
  /** What an account lacks before it may do anything else. */
  unready: Readonly<Record<Unready, string>>;
  currentPassword: string;
  newPassword: string;
  changePassword: string;
  passwordChanged: string;
  /** Why a sign-in with the provider failed, by the code of the failure. */
  refusals: Readonly<Record<string, string>>;
  refusedOtherwise: string;
  /** What the provider calls the person, for an admin. */
  subject: (subject: string) => string;
  project: string;
  noProject: string;
  chooseOne: string;
  chosen: (project: string) => string;
  sessionEnded: string;
  /** In this language by the code of a failure; else what the server says of it is shown. */
  problems: Readonly<Record<string, string>>;
}

export const ENGLISH_BAR: BarWords = {
  looking: 'Checking who is signed in …',
  tryAgain: 'Try again',
  logIn: 'Log in',
  logOut: 'Log out',
  loggedOut: 'You are logged out.',
  username: 'Username',
  password: 'Password',
  code: 'Code of your app, or a recovery code',
  logInWith: (provider) => `Log in with ${provider}`,
  unready: {
    password: 'Somebody else has set your password. Choose your own to go on: 12 characters or more.',
    second_factor: 'You need a second factor to go on: set one up at /docs with POST /auth/second-factor.',
  },
  currentPassword: 'Current password',
  newPassword: 'New password',
  changePassword: 'Change the password',
  passwordChanged: 'Your password is changed.',
  refusals: {
    identity_unknown: 'No user here is linked to your account there. An admin can link one.',
    identity_refused: 'The login was not accepted. Begin again.',
    sign_in_stale: 'The login took too long, or was begun in another window. Begin again.',
    second_factor_required: 'You need a second factor. Log in there with one.',
    identity_provider_unavailable: 'The provider does not answer. Log in with your password, or try again later.',
    rate_limited: 'Too many attempts. Wait a moment.',
  },
  refusedOtherwise: 'You could not be logged in. Begin again, or log in with your password.',
  subject: (subject) => `Tell them this id: ${subject}`,
  project: 'Project',
  noProject: 'No project yet: an admin makes one with POST /projects',
  chooseOne: 'Choose one …',
  chosen: (project) => `You work on ${project} now.`,
  sessionEnded: 'Your session has ended. Log in again to go on.',
  problems: {},
};
