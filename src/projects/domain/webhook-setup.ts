/** Where a vendor lets webhooks be made, what they shall tell of, and where their secret is found. */
export interface WebhookSetup {
  place: string;
  events: string;
  secret: string;
  /** Whether the vendor sends to public https addresses alone. */
  publicHttpsOnly?: true;
}

/** What an operator does, one after the other, for a vendor’s webhooks to be taken at this path. */
export function webhookSteps({ place, events, secret, publicHttpsOnly }: WebhookSetup, path: string): string[] {
  return [
    place,
    `As its URL enter https://…${path}, with the address under which the vendor reaches this server${publicHttpsOnly ? '; it takes public https only' : ''}.`,
    events,
    secret,
    `Store it here: PUT this source again, external_id and filter as they are, with "credentials": {"webhook_secret": "…"}. An api_token that is stored stays. From then on has_webhook_secret is true; before that every delivery is answered 401.`,
  ];
}
