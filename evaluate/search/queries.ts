/** A question in words of its own, and the kinds of service whose conversations answer it. */
export interface Query {
  text: string;
  services: readonly string[];
}

const of = (services: readonly string[], texts: readonly string[]): Query[] =>
  texts.map((text) => ({ text, services }));

/** Four or so for each kind of service: plain, by another word, as a wish, and with the words that everybody says. */
export const QUERIES: readonly Query[] = [
  ...of(
    ['Events'],
    [
      'tickets for a concert of a band',
      'see a baseball game live in the stadium',
      'I would like to go to a show, please book two seats',
      'what is on this weekend: sports or live music events',
    ],
  ),
  ...of(
    ['Weather'],
    [
      'will it rain tomorrow',
      'how hot does it get outside',
      'humidity and wind forecast',
      'do I need an umbrella and a warm coat',
    ],
  ),
  ...of(
    ['Flights'],
    [
      'cheap plane tickets in economy class',
      'which airline flies there and back',
      'a nonstop flight with one checked bag',
      'when does the aeroplane take off and land',
    ],
  ),
  ...of(
    ['RentalCars'],
    [
      'hire a car for a few days',
      'pick up the rental car at the airport',
      'a hatchback or an SUV to rent with insurance',
      'where do I return the vehicle that I rented',
    ],
  ),
  ...of(
    ['Buses'],
    [
      'bus tickets for two people',
      'take a coach to another city',
      'at what time does the bus leave from the station',
      'how much is the fare for a direct bus journey',
    ],
  ),
  ...of(
    ['Restaurants'],
    [
      'book a table for dinner',
      'somewhere nice to eat Italian food',
      'does the place have vegetarian dishes and live music',
      'reserve lunch for four people at a restaurant',
    ],
  ),
  ...of(
    ['RideSharing'],
    [
      'call me a cab',
      'I need a shared ride for one passenger',
      'get a taxi to take us there',
      'how long until the driver picks me up',
    ],
  ),
  ...of(
    ['Hotels'],
    [
      'a room for two nights with free wifi',
      'find me a hotel with good stars',
      'check in and check out dates of my stay',
      'is it a pet friendly place to sleep',
    ],
  ),
  ...of(
    ['Banks'],
    [
      'transfer money to a friend from my savings',
      'how much do I have in my checking account',
      'send a payment from the bank account',
      'what is my account balance',
    ],
  ),
  ...of(
    ['Homes'],
    [
      'rent an apartment with two bedrooms',
      'schedule a visit to look at the flat',
      'a furnished property that allows pets',
      'how many baths does the house have, and what is the rent',
    ],
  ),
  ...of(
    ['Music'],
    [
      'play a song by my favourite singer',
      'which album is this track from',
      'put on some rock music in the bedroom',
      'find songs of a genre and play them on the speaker',
    ],
  ),
  ...of(
    ['Services'],
    [
      'make an appointment with a psychologist',
      'I want to talk to a therapist about stress',
      'find a family counselor near me',
      'a psychiatrist who has time for me next week',
    ],
  ),
  ...of(
    ['Movies', 'Media'],
    [
      'which film shall we watch',
      'a comedy with a famous actor',
      'who directed that movie',
      'something good to see on the screen tonight, like a drama',
    ],
  ),
  ...of(['Media'], ['rent a movie and play it with subtitles', 'stream a film online in Spanish']),
  ...of(
    ['Travel'],
    [
      'attractions for tourists',
      'interesting things to see on a sightseeing trip',
      'a museum or park that is free to enter',
      'is it good for kids to visit this landmark',
    ],
  ),
  ...of(['Alarm'], ['set an alarm for the morning', 'wake me up at seven', 'which alarms do I have already']),
];
