/** A text as a QR code: dark on light in both themes, sharp on paper. */
import encodeQR from 'qr';
import { useMemo } from 'react';

interface QrCodeProps {
  readonly text: string;
  /** For those who do not see it. */
  readonly label: string;
  /** CSS length of a side. */
  readonly side?: string;
}

/** Modules of light around the code; readers need them. */
const QUIET = 4;

export function QrCode({ text, label, side = '15rem' }: QrCodeProps) {
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: QUIET }), [text]);
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      width={side}
      style={{ maxWidth: '100%', background: '#fff' }}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
