import type { NewCompany, NewPerson } from './mutations.js';

type Client = Omit<NewCompany, 'createdAt'> & {
  /** Days before now at which the company was entered; those of the first import share one moment. */
  daysAgo: number;
  language: 'en' | 'ru';
  /** The first one is the one to talk to. */
  people: Omit<NewPerson, 'company' | 'createdAt'>[];
};

/** The day the agency moved its address book here: many companies with the very same time of creation. */
export const IMPORT_DAYS_AGO = 180;

const person = (name: string, email: string | null, jobTitle: string, phone?: string): Client['people'][number] => ({
  name,
  jobTitle,
  emails: email === null ? [] : [email],
  phones: phone === undefined ? [] : [phone],
});

/** The clients who also write to the help desk, and some more. */
export const CLIENTS: Record<string, Client> = {
  tavola: {
    name: 'Tavola Nove',
    domains: ['tavola-nove.example'],
    description: 'Restaurant with fourteen tables near the market hall; books online.',
    categories: ['Hospitality'],
    location: { locality: 'Florence', country_code: 'IT' },
    daysAgo: IMPORT_DAYS_AGO,
    language: 'en',
    people: [
      person('Elena Marchetti', 'elena@tavola-nove.example', 'Owner', '+390555010101'),
      person('Giulio Ferri', 'giulio@tavola-nove.example', 'Head of service'),
      person('Bianca Conti', 'bianca@tavola-nove.example', 'Bookkeeper'),
    ],
  },
  berg: {
    name: 'Berg Cycles',
    domains: ['bergcycles.example', 'berg-cykel.example'],
    description: 'Bicycle shop with a workshop and a growing mail-order business.',
    categories: ['Retail', 'Crafts'],
    location: { locality: 'Malmö', country_code: 'SE' },
    daysAgo: IMPORT_DAYS_AGO,
    language: 'en',
    people: [
      person('Tomas Berg', 'tomas@bergcycles.example', 'Managing director', '+46 40 555 01 12'),
      person('Linnea Dahl', 'linnea@bergcycles.example', 'E-commerce manager'),
      person('Emil Strand', 'emil@bergcycles.example', 'Warehouse'),
    ],
  },
  lumen: {
    name: 'Lumen Clinic',
    domains: ['lumenclinic.example'],
    description: 'Private eye clinic, three doctors, patients book by phone and web.',
    categories: ['Health'],
    location: { locality: 'London', country_code: 'GB' },
    daysAgo: IMPORT_DAYS_AGO,
    language: 'en',
    people: [
      person('Aisha Rahman', 'aisha@lumenclinic.example', 'Practice manager', '+442079460011'),
      person('Daniel Okoro', 'daniel@lumenclinic.example', 'Medical director'),
    ],
  },
  weiss: {
    name: 'Weiß Möbel',
    domains: ['weiss-moebel.example'],
    description: 'Family furniture maker; wants its catalogue online with a configurator.',
    categories: ['Crafts', 'Retail'],
    location: { locality: 'Leipzig', country_code: 'DE' },
    daysAgo: IMPORT_DAYS_AGO,
    language: 'en',
    people: [
      person('Jonas Weiß', 'jonas@weiss-moebel.example', 'Owner'),
      person('Katrin Weiß', 'katrin@weiss-moebel.example', 'Marketing', '+49 341 555 0123'),
    ],
  },
  duarte: {
    name: 'Duarte Cerâmica',
    description: 'Pottery studio; sells at fairs and lately by post.',
    categories: ['Crafts'],
    location: { locality: 'Porto', country_code: 'PT' },
    daysAgo: IMPORT_DAYS_AGO,
    language: 'en',
    people: [person('Carla Duarte', null, 'Founder', '+351210000012')],
  },
  ohara: {
    name: "O'Hara Funerals",
    domains: ['oharafunerals.example'],
    description: 'Funeral director in the third generation; the page has to be up at any hour.',
    categories: ['Services'],
    location: { locality: 'Cork', country_code: 'IE' },
    daysAgo: IMPORT_DAYS_AGO,
    language: 'en',
    people: [
      person("Neil O'Hara", 'neil@oharafunerals.example', 'Director'),
      person('Maeve Byrne', 'maeve@oharafunerals.example', 'Office'),
    ],
  },
  casaVerde: {
    name: 'Casa Verde',
    domains: ['casaverde.example'],
    description: 'Garden design and a small nursery.',
    categories: ['Services', 'Retail'],
    location: { locality: 'Valencia', country_code: 'ES' },
    daysAgo: 96,
    language: 'en',
    people: [
      person('Sofía Ledesma', 'sofia@casaverde.example', 'Founder'),
      person('Marc Soler', 'marc@casaverde.example', 'Head gardener'),
    ],
  },
  severdom: {
    name: 'Северный дом',
    domains: ['severdom.example'],
    description: 'Строит деревянные дома под ключ; заявки приходят с сайта.',
    categories: ['Construction'],
    location: { locality: 'Москва', country_code: 'RU' },
    daysAgo: IMPORT_DAYS_AGO,
    language: 'ru',
    people: [
      person('Дмитрий Лавров', 'd.lavrov@severdom.example', 'Коммерческий директор', '+74950000015'),
      person('Ольга Нечаева', 'o.nechaeva@severdom.example', 'Маркетолог'),
      person('Игорь Савельев', 'i.savelev@severdom.example', 'Бухгалтер'),
    ],
  },
  utro: {
    name: 'Пекарня «Утро»',
    domains: ['pekarnya-utro.example'],
    description: 'Пекарня с доставкой по городу, четыре точки.',
    categories: ['Hospitality'],
    location: { locality: 'Казань', country_code: 'RU' },
    daysAgo: IMPORT_DAYS_AGO,
    language: 'ru',
    people: [
      person('Анна Киселёва', 'anna@pekarnya-utro.example', 'Владелица'),
      person('Тимур Галеев', 'timur@pekarnya-utro.example', 'Управляющий'),
    ],
  },
  gromov: {
    name: 'Громов Сервис',
    description: 'Автосервис, запись по телефону, хотят онлайн-запись.',
    categories: ['Services'],
    location: { locality: 'Санкт-Петербург', country_code: 'RU' },
    daysAgo: 74,
    language: 'ru',
    people: [person('Павел Громов', null, 'Владелец', '+78120000017')],
  },
  belova: {
    name: 'Студия Беловой',
    domains: ['belova-dance.example'],
    description: 'Школа танцев: расписание, абонементы, рассылки родителям.',
    categories: ['Education'],
    location: { locality: 'Екатеринбург', country_code: 'RU' },
    daysAgo: 88,
    language: 'ru',
    people: [
      person('Ирина Белова', 'irina@belova-dance.example', 'Руководитель'),
      person('Вера Одинцова', 'vera@belova-dance.example', 'Администратор'),
    ],
  },
  lemaire: {
    name: 'Lemaire Vins',
    domains: ['lemaire-vins.example'],
    description: 'Wine merchant; met at a trade fair.',
    categories: ['Retail'],
    location: { locality: 'Lyon', country_code: 'FR' },
    daysAgo: 61,
    language: 'en',
    people: [person('Hugo Lemaire', 'hugo@lemaire-vins.example', 'Owner')],
  },
  novak: {
    name: 'Novák Ateliers',
    domains: ['novak-ateliers.example'],
    description: 'Shared workshops for makers, rented by the day.',
    categories: ['Services', 'Crafts'],
    location: { locality: 'Brno', country_code: 'CZ' },
    daysAgo: 45,
    language: 'en',
    people: [
      person('Petra Novák', 'petra@novak-ateliers.example', 'Founder', '+420 555 010 204'),
      person('Jakub Hora', 'jakub@novak-ateliers.example', 'Community'),
    ],
  },
  foster: {
    name: 'Foster Boats',
    domains: ['fosterboats.example'],
    description: 'Boatyard and moorings; a referral from the clinic.',
    categories: ['Crafts'],
    location: { locality: 'Falmouth', country_code: 'GB' },
    daysAgo: 30,
    language: 'en',
    people: [
      person('Liam Foster', 'liam@fosterboats.example', 'Owner'),
      person('Isla Grant', 'isla@fosterboats.example', 'Bookings'),
    ],
  },
};

/** Known people without a company. */
export const LONERS: Client['people'] = [
  person('Kwame Boateng', null, 'Photographer'),
  person('Мария Сафина', null, 'Копирайтер', '+78430000021'),
];
