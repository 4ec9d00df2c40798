/** Roles as people say them. */
const WORDS: Readonly<Record<string, string>> = {
  admin: 'administrator',
  doctor: 'doctor',
  nurse: 'nurse',
  assistant: 'medical assistant',
  frontdesk: 'front desk',
  biller: 'billing',
  agent: 'service',
  patient: 'patient',
  guardian: 'guardian',
};

export const roleText = (role: string): string => WORDS[role] ?? role;
