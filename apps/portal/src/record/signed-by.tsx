/** Who signed: in one line under a list entry, or as the foot of a page with what "verified" means. */

import type { Entry, Signer } from '@keychart/chart';
import { useSession } from '@keychart/react';
import { roleText, When } from '@keychart/ui';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import classes from './signed-by.module.css';

/** Only records that passed every check reach a list, so each is verified. */
export function SignedBy({ signer }: { readonly signer: Signer }) {
  return (
    <span className={classes.line}>
      <IconRosetteDiscountCheck size={16} aria-hidden className={classes.icon} />
      <span>
        <bdi>{signer.name}</bdi>, verified
      </span>
    </span>
  );
}

interface SignatureBlockProps {
  readonly entry: Pick<Entry, 'signer' | 'signedAt' | 'changedBy' | 'changedAt' | 'versions'>;
  /** `Signed` unless told. */
  readonly verb?: string;
}

export function SignatureBlock({ entry, verb = 'Signed' }: SignatureBlockProps) {
  const { practice } = useSession();
  const { signer, signedAt, changedBy, changedAt, versions } = entry;
  return (
    <section className={classes.block} aria-label="Signature">
      <Signature verb={verb} signer={signer} at={signedAt} />
      {versions > 1 && <Signature verb="Last changed" signer={changedBy} at={changedAt} />}
      <p className={classes.meaning}>
        Verified means: this device checked that the signature is genuine, that what was signed has not been
        tampered with, and that {practice.name} allowed the signer to write this on that day.
      </p>
    </section>
  );
}

interface SignatureProps {
  readonly verb: string;
  readonly signer: Signer;
  readonly at: string;
}

export function Signature({ verb, signer, at }: SignatureProps) {
  return (
    <p className={classes.who}>
      <IconRosetteDiscountCheck size={20} aria-hidden className={classes.icon} />
      <span>
        {verb} by <bdi>{signer.name}</bdi>
        {signer.me ? ' (you)' : ''}, {roleText(signer.role)}, <When date={at} time />{' '}
        <span className={classes.verified}>verified</span>
      </span>
    </p>
  );
}
