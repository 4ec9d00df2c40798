/** What the access log says was done, as people say it. */
const WORDS: Readonly<Record<string, string>> = {
  login: 'Logged in',
  open: 'Opened the chart',
  export: 'Made an export',
  grant: 'Changed who has access',
  'break-glass': 'Emergency access to confidential records',
  refusal: 'Was refused',
};

/** `confidential`: what was opened are the confidential records. */
export function auditText(action: string, confidential = false): string {
  if (action === 'open' && confidential) return 'Saw confidential records';
  return WORDS[action] ?? 'Noted by another program';
}
