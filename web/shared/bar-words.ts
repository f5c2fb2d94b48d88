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
  project: string;
  noProject: string;
  chooseOne: string;
  chosen: (project: string) => string;
  sessionEnded: string;
  /** In this language by the code of a failure; else what the server says of it is shown. */
  problems: Readonly<Record<string, string>>;
}

export const ENGLISH_BAR: BarWords = {
  looking: 'Looking who is signed in …',
  tryAgain: 'Try again',
  logIn: 'Log in',
  logOut: 'Log out',
  loggedOut: 'You are logged out.',
  username: 'Username',
  password: 'Password',
  code: 'Code of your app, or a recovery code',
  project: 'Project',
  noProject: 'No project yet: an admin makes one with POST /projects',
  chooseOne: 'Choose one …',
  chosen: (project) => `You work on ${project} now.`,
  sessionEnded: 'Your session has ended. Log in again to go on.',
  problems: {},
};
