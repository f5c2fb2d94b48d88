/** A delivery as it came: nothing in it is believed before its signature fits. */
export interface Delivery {
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The bytes that were signed. */
  rawBody: Buffer;
  /** The parsed body. */
  body: Readonly<Record<string, unknown>>;
}

export interface ReadDelivery {
  /** The same for a delivery that is sent again. */
  deliveryId: string;
  /** Records to read again, as `reread` takes them; none for events that concern nothing of ours. */
  refs: string[];
}

/** How one vendor's webhooks are told from forged and replayed ones, and what they concern. */
export interface WebhookDialect {
  /**
   * Looks at the signature before anything else: until it fits, a stranger must not learn what else is wrong.
   * @param now epoch milliseconds
   * @throws AppError `unauthorized` when the signature does not fit, or the delivery is older than the vendor's window.
   */
  read(delivery: Delivery, secret: string, now: number): ReadDelivery;
}
