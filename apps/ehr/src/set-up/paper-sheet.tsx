/** One sheet as it is printed: whose key, which part, the secret as code and text, and what to do with it. */
import type { KeySheet } from '@keychart/chart/set-up';
import { QrCode } from '@keychart/react';
import { dateText } from '@keychart/ui';
import classes from './set-up.module.css';

export function sheetTitle({ key, part }: KeySheet): string {
  const name = key === 'root' ? 'Root key' : 'Successor key';
  return part === undefined ? name : `${name}, sheet ${part.index} of ${part.total}`;
}

interface PaperSheetProps {
  readonly sheet: KeySheet;
  readonly practice: string;
}

/** As it comes out of the printer. */
export function PaperSheet({ sheet, practice }: PaperSheetProps) {
  const { key, text, part } = sheet;
  return (
    <section>
      <h1>{sheetTitle(sheet)}</h1>
      <p>
        Keychart practice <b>{practice}</b>, made on {dateText(new Date().toISOString())}
        {part !== undefined && `, set ${part.set}`}
      </p>
      <QrCode text={text} label={`${sheetTitle(sheet)} as a QR code`} side="16rem" />
      <p className={classes.text}>{text}</p>
      <ul>
        <li>
          {key === 'root'
            ? 'The root key says who the administrators of the practice are. Nobody needs it in daily work.'
            : 'The successor key takes over when the root key is lost or stolen. Keep it apart from the root key.'}
        </li>
        <li>
          {part === undefined
            ? 'Whoever has this sheet has the key: keep it locked up, and never photograph or copy it into a computer without need.'
            : 'One sheet alone is worthless; any two of the three give the key. Keep the three in three places, with three people where you can.'}
        </li>
        <li>
          {part === undefined ? (
            <>
              To use it, in the folder of Keychart on the server: <b>npm run keychart -- root --help</b>, and
              give it by <b>--key</b>.
            </>
          ) : (
            <>
              To use two of them, in the folder of Keychart on the server:{' '}
              <b>npm run keychart -- root --help</b>, and give them by <b>--share</b>.
            </>
          )}
        </li>
        <li>
          {key === 'root'
            ? 'If it may be in wrong hands, use the successor key at once: from then on this one counts for nothing.'
            : 'If the successor key is lost, nothing happens at once; but then nothing replaces a lost root key.'}
        </li>
      </ul>
    </section>
  );
}

/** On the screen. */
export function ScreenSheet({ sheet }: { readonly sheet: KeySheet }) {
  return (
    <section className={classes.sheet} aria-label={sheetTitle(sheet)}>
      <h2>{sheetTitle(sheet)}</h2>
      <div>
        <p className={classes.text}>{sheet.text}</p>
        {sheet.part !== undefined && <p>Set {sheet.part.set}</p>}
      </div>
      <QrCode text={sheet.text} label={`${sheetTitle(sheet)} as a QR code`} side="8rem" />
    </section>
  );
}
