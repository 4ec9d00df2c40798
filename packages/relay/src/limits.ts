/** Every bound of the relay in one place, with defaults that a practice of some dozen people never meets. */
export interface RelayLimits {
  readonly connections: number;
  readonly connectionsPerAddress: number;
  /** Bytes of one WebSocket message; a larger frame closes the connection before it is read. */
  readonly messageBytes: number;
  readonly tags: number;
  readonly tagItems: number;
  readonly subscriptions: number;
  readonly subscriptionIdLength: number;
  readonly filters: number;
  /** Values of all lists of one filter together. */
  readonly filterValues: number;
  /** Tags one filter may ask for: planning a look-up costs the square of their number, before a row is read. */
  readonly filterTags: number;
  /** Keys one connection may authenticate. */
  readonly keys: number;
  /** Messages a second of one connection (beyond it the socket is read more slowly) … */
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  /** … and of one key over all its connections (beyond it: `rate-limited:`). */
  readonly keyMessagesPerSecond: number;
  readonly keyMessageBurst: number;
  /** Most events of one page, whatever the filter's `limit`. */
  readonly page: number;
  /** Where a page that goes on to the end of its second ends all the same. */
  readonly pageHardCap: number;
  readonly pageBytes: number;
  /** Bytes waiting to be written to one connection, beside the answers it asked for, before it is dropped as too slow. */
  readonly sendBuffer: number;
  /** Bytes waiting for all connections together before the next events are taken (for half a second at most). */
  readonly deliveryBytes: number;
  /** Bytes of events waiting to be verified and stored before sockets are no longer read. */
  readonly ingestBytes: number;
  /** Events of one transaction. */
  readonly batch: number;
  /** Messages that are no messages before the connection is closed. */
  readonly malformed: number;
  /** Seconds a connection may stay without AUTH where AUTH is required. */
  readonly authSeconds: number;
  /** Seconds between pings; a connection that missed one is dropped. */
  readonly pingSeconds: number;
}

export const defaultLimits: RelayLimits = {
  connections: 2_000,
  connectionsPerAddress: 500,
  messageBytes: 262_144,
  tags: 2_000,
  tagItems: 100,
  subscriptions: 64,
  subscriptionIdLength: 64,
  filters: 20,
  filterValues: 2_000,
  filterTags: 8,
  keys: 10,
  messagesPerSecond: 2_000,
  messageBurst: 10_000,
  keyMessagesPerSecond: 4_000,
  keyMessageBurst: 40_000,
  page: 1_000,
  pageHardCap: 5_000,
  pageBytes: 4_194_304,
  sendBuffer: 8_388_608,
  deliveryBytes: 33_554_432,
  ingestBytes: 4_194_304,
  batch: 512,
  malformed: 20,
  authSeconds: 60,
  pingSeconds: 30,
};
