/** Initials on a tint that follows from the name, so that two patients do not look alike. Decoration: the name stands beside it. */
import { initialsOf } from '../text/patient-text.ts';
import classes from './patient-banner.module.css';

const TINTS = 6;

export function Initials({ name, size = 32 }: { readonly name: string; readonly size?: number }) {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return (
    <span
      aria-hidden
      className={classes.initials}
      data-tint={sum % TINTS}
      style={{ width: size, height: size, fontSize: size * 0.38 }}
    >
      {initialsOf(name)}
    </span>
  );
}
