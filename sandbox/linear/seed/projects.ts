import type { NewLabel, NewProject, NewTeam, NewUser } from '../mutations.js';

/** The three who also answer the clients in Chatwoot, two colleagues, one who left, and a bot. */
export const USERS: readonly NewUser[] = [
  { name: 'Marta Lind', email: 'marta@agency.example', admin: true },
  { name: 'Oleg Sorin', email: 'oleg@agency.example' },
  { name: 'Priya Nair', email: 'priya@agency.example' },
  { name: 'Tim Achterberg', email: 'tim@agency.example' },
  { name: 'Вера Соколова', displayName: 'vera', email: 'vera@agency.example' },
  { name: 'Ruth Calder', email: 'ruth@agency.example', active: false },
  { name: 'Deploy bot', email: 'deploy@agency.example', app: true },
];

export const TEAM_LIST: readonly NewTeam[] = [
  { key: 'DES', name: 'Design' },
  { key: 'DEV', name: 'Development' },
  { key: 'CON', name: 'Content', cyclesEnabled: false, issueEstimationType: 'notUsed' },
  { key: 'OPS', name: 'Care & Hosting', cyclesEnabled: false, timezone: 'Europe/Moscow' },
];

export const LABELS: readonly NewLabel[] = [
  { name: 'Bug', color: '#eb5757' },
  { name: 'Feature', color: '#bb87fc' },
  { name: 'Blocked', color: '#f2994a', description: 'Waits for somebody outside' },
  { name: 'Waiting for client', color: '#f7c8c1' },
  { name: 'Scope change', color: '#26b5ce' },
  { name: 'Согласование', color: '#4cb782' },
];

interface ScriptedProject extends Omit<NewProject, 'startDate' | 'targetDate'> {
  teams: string[];
  lead: string;
  /** Days from now. */
  start: number;
  target: number;
}

export const PROJECTS = {
  tavola: {
    name: 'Tavola Nove: autumn website',
    description: 'New menu pages and the booking for Tavola Nove in Florence',
    status: 'started',
    teams: ['DES', 'DEV'],
    lead: 'Marta Lind',
    start: -45,
    target: 10,
  },
  berg: {
    name: 'Berg Cycles: shop relaunch',
    description: 'The shop on a new platform, with leasing as an option',
    content: '## Goal\n\nThe relaunch before spring. Leasing is quoted separately.',
    status: 'started',
    teams: ['DES', 'DEV', 'CON'],
    lead: 'Priya Nair',
    start: -60,
    target: 25,
  },
  lumen: {
    name: 'Lumen Clinic: appointments',
    description: 'Appointment page for the new clinic',
    status: 'started',
    priority: 1,
    teams: ['DES', 'DEV'],
    lead: 'Marta Lind',
    start: -20,
    target: 3,
  },
  casa: {
    name: 'Casa Verde launch',
    description: 'First website of a plant shop',
    status: 'completed',
    teams: ['DES', 'DEV', 'CON'],
    lead: 'Priya Nair',
    start: -75,
    target: -16,
  },
  sever: {
    name: 'Северный дом: калькулятор',
    description: 'Калькулятор стоимости дома на главной странице',
    status: 'planned',
    teams: ['DEV'],
    lead: 'Oleg Sorin',
    start: -8,
    target: 21,
  },
  utro: {
    name: 'Пекарня «Утро»: сайт',
    description: 'Меню с фотографиями и заказ к выходным',
    status: 'paused',
    teams: ['DES', 'CON'],
    lead: 'Вера Соколова',
    start: -30,
    target: 14,
  },
} satisfies Record<string, ScriptedProject>;
