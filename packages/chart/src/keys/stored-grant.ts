/** A grant on a device: opened once, kept so that no signer is asked twice. */
/** An opened gift wrap, as kept. */
export interface StoredGrant {
  readonly wrapId: string;
  readonly kind: number;
  readonly sender: string;
  readonly at: number;
  readonly content: string;
  /** Of a claim: the invite key, whose signature of the wrap was checked. */
  readonly wrapKey?: string;
  /** Id of the rumor, where others refer to it. */
  readonly rumor?: string;
  /** Its keys were forgotten here when their time was over. */
  readonly emptied?: boolean;
}
