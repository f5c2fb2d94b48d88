import type { People } from './script.js';

export const AGENTS = ['Marta Lind', 'Oleg Sorin', 'Priya Nair'] as const;
export const TEAMS = ['design', 'development'] as const;

export const INBOXES = [
  { name: 'Website', channel_type: 'Channel::WebWidget' },
  { name: 'E-mail', channel_type: 'Channel::Email' },
  { name: 'WhatsApp', channel_type: 'Channel::Whatsapp' },
  { name: 'Portal', channel_type: 'Channel::Api' },
] as const;

const company = (company_name: string, city: string, country: string): Record<string, unknown> => ({
  company_name,
  city,
  country,
});

/** Visitors have neither address nor number: the contacts API never lists them, only their conversations name them. */
export const PEOPLE: People = {
  elena: {
    name: 'Elena Marchetti',
    email: 'elena@tavola-nove.example',
    phone_number: '+390555010101',
    additional_attributes: company('Tavola Nove', 'Florence', 'Italy'),
    custom_attributes: { plan: 'care', table_count: 14 },
  },
  tomas: {
    name: 'Tomas Berg',
    email: 'tomas@bergcycles.example',
    additional_attributes: company('Berg Cycles', 'Malmö', 'Sweden'),
  },
  aisha: {
    name: 'Aisha Rahman',
    email: 'aisha@lumenclinic.example',
    phone_number: '+442079460011',
    identifier: 'portal-3001',
    additional_attributes: company('Lumen Clinic', 'London', 'United Kingdom'),
  },
  jonas: { name: 'Jonas Weiß', email: 'jonas@weiss-moebel.example', identifier: 'portal-3002' },
  carla: { name: 'Carla Duarte', phone_number: '+351210000012', additional_attributes: { city: 'Porto' } },
  neil: { name: "Neil O'Hara", email: 'neil@oharafunerals.example' },
  sofia: { name: 'Sofía Ledesma', email: 'sofia@casaverde.example', custom_attributes: { plan: 'launch' } },
  dmitry: {
    name: 'Дмитрий Лавров',
    email: 'd.lavrov@severdom.example',
    phone_number: '+74950000015',
    additional_attributes: company('Северный дом', 'Москва', 'Россия'),
  },
  anna: {
    name: 'Анна Киселёва',
    email: 'anna@pekarnya-utro.example',
    additional_attributes: company('Пекарня «Утро»', 'Казань', 'Россия'),
  },
  pavel: { name: 'Павел Громов', phone_number: '+78120000017' },
  irina: { name: 'Ирина Белова', email: 'irina@belova-dance.example', identifier: 'portal-3003' },
  visitorOne: { name: 'brave-heron-52' },
  visitorTwo: { name: 'quiet-maple-17' },
  visitorThree: { name: 'Гость с сайта' },
  blocked: { name: 'Rank Booster', email: 'offers@rankbooster.example', blocked: true },
};

/** Known to the account though they never wrote: rows without a last activity. */
export const SILENT_PEOPLE = [
  { name: 'Hugo Lemaire', email: 'hugo@lemaire-vins.example' },
  { name: 'Мария Сафина', phone_number: '+78430000021' },
  { name: 'Kwame Boateng', identifier: 'portal-3009' },
  { name: 'Petra Novák', email: 'petra@novak-ateliers.example' },
  { name: 'Liam Foster', email: 'liam@fosterboats.example' },
];
