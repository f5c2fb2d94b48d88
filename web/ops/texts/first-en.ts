/** What the page of first steps says. */
export const firstEn = {
  title: 'First steps',
  about:
    'From an empty server to a portfolio in four steps. You can leave this page and come back: it goes on where you were.',
  needsAdmin: (role: string) =>
    `Setting up the first project needs the role admin; yours is ${role}. Ask an admin of this server; they find the way at this same address.`,
  done: 'done',
  make: 'Make a project',
  name: 'Name of the client project',
  nameHint: 'A project is the work for one client: what they write, what is planned for them, and what it is worth.',
  makeIt: 'Make the project',
  making: 'Making it …',
  made: (project: string) => `The project is ${project}.`,
  problems: {} as Record<string, string>,
  connect: 'Connect a vendor',
  connectText:
    'One is enough to begin with; others can follow on the page of connectors. Reading changes nothing at the vendor.',
  connected: 'connected',
  notConnected: 'not connected',
  projectFirst: 'Make a project first.',
  sync: 'Read what is there',
  syncText:
    'The first sync reads everything from the beginning. That takes from a minute to hours; the server goes on with it when you leave.',
  syncNow: 'Begin the first sync',
  syncAgain: 'Sync again',
  connectFirst: 'Connect a vendor first.',
  look: 'Look at the portfolio',
  lookText: 'The first records are there. Scores follow within minutes, forecasts with the next night.',
  portfolio: 'To the portfolio',
  syncFirst: 'It is there after the first sync.',
  begin: 'Begin with the first steps',
};
