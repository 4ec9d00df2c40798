/** An encrypted key that does not open: what is wrong with it, and what to do. Pure. */
export function damagedKeyText(reason: string): string {
  if (reason.includes('checksum does not fit') || reason.includes('wrong length'))
    return 'A letter of this encrypted key is wrong or missing. Compare it with the sheet letter by letter, or scan its code with a camera and paste the whole text. If the sheet is damaged, use another way to log in; without one, the practice gives you a new key.';
  if (reason.includes('passphrase is wrong'))
    return 'The passphrase does not open this key. Look at capital letters and spaces, and type it as you did when the sheet or file was made. It is stored nowhere: without it, use another way to log in, or ask the practice for a new key.';
  if (/is of version|demands more memory/.test(reason))
    return 'This encrypted key was made by a program that does it in another way than Keychart can open. Open it there, and bring the key itself.';
  return reason;
}
