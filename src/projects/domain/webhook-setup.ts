import type { Connector } from './source-binding.js';

/** Where a vendor lets webhooks be made, what they shall tell of, and where their secret is found. */
const VENDORS: Record<Connector, { place: string; events: string; secret: string }> = {
  chatwoot: {
    place:
      'In Chatwoot 4.11.2 or newer, as an administrator, open Settings → Integrations → Webhooks and add a webhook. Older versions, and the webhooks of an API inbox, do not sign what they send with it and are refused.',
    events: 'Tick the events of conversations, messages and contacts; those of typing are not needed.',
    secret:
      'Copy the secret that Chatwoot has made for the webhook; its settings show it, and so does GET /api/v1/accounts/{account}/webhooks.',
  },
  linear: {
    place: 'In Linear, as an administrator, open Settings → API → Webhooks and add a webhook.',
    events: 'Tick Issues, Comments, Issue labels, Projects, Cycles and Users.',
    secret: 'Copy the signing secret from the page of the webhook.',
  },
  attio: {
    place:
      'In Attio open Workspace settings → Developers, choose the integration that the token belongs to, and add a webhook; or send POST /v2/webhooks with a token that has webhook:read-write.',
    events:
      'Subscribe to record.created, record.updated, record.deleted, record.merged, note.created, note.updated, note.deleted, note-content.updated, task.created, task.updated, task.deleted and call-recording.created, without filters.',
    secret: 'Copy the secret from the page of the webhook, or from the answer to that POST.',
  },
  github: {
    place:
      'In GitHub, as an administrator of the repository, open Settings → Webhooks and add a webhook with the content type application/json; one of the organization serves all its repositories.',
    events: 'Choose individual events: Issues, Issue comments, Labels and Milestones.',
    secret: 'Make up a long random secret, and enter it there.',
  },
};

/** What an operator does, one after the other, for a vendor’s webhooks to be taken at this path. */
export function webhookSteps(connector: Connector, path: string): string[] {
  const { place, events, secret } = VENDORS[connector];
  return [
    place,
    `As its URL enter https://…${path}, with the address under which the vendor reaches this server; Linear and Attio take public https only.`,
    events,
    secret,
    `Store it here: PUT this source again, external_id and filter as they are, with "credentials": {"webhook_secret": "…"}. An api_token that is stored stays. From then on has_webhook_secret is true; before that every delivery is answered 401.`,
  ];
}
