/** Roles, permissions and what each role starts with; a charter may set both per person (features.md). */
import type { Compartment } from './compartments.ts';

export const permissions = [
  'read',
  'write',
  'vitals',
  'messages',
  'immunizations',
  'allergies',
  'order',
  'prescribe',
  'sign',
  'admin',
  'settings',
  'schedule',
  'billing',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['admin', 'doctor', 'nurse', 'assistant', 'frontdesk', 'biller', 'agent'] as const;
export type Role = (typeof roles)[number];

export interface RoleDefaults {
  readonly permissions: readonly Permission[];
  readonly compartments: readonly Compartment[];
}

export const roleDefaults: Readonly<Record<Role, RoleDefaults>> = {
  admin: {
    permissions: ['read', 'schedule', 'messages', 'admin', 'settings'],
    compartments: ['desk', 'clin', 'msg', 'sens'],
  },
  doctor: {
    permissions: [
      'read',
      'write',
      'vitals',
      'messages',
      'immunizations',
      'allergies',
      'order',
      'prescribe',
      'sign',
      'schedule',
    ],
    compartments: ['desk', 'clin', 'msg', 'sens'],
  },
  nurse: {
    permissions: ['read', 'write', 'vitals', 'messages', 'immunizations', 'allergies', 'schedule'],
    compartments: ['desk', 'clin', 'msg', 'sens'],
  },
  assistant: {
    permissions: ['read', 'vitals', 'messages', 'immunizations', 'allergies', 'schedule'],
    compartments: ['desk', 'clin', 'msg'],
  },
  frontdesk: { permissions: ['read', 'messages', 'schedule'], compartments: ['desk', 'msg'] },
  biller: { permissions: ['read', 'billing'], compartments: ['desk'] },
  agent: { permissions: [], compartments: [] },
};
