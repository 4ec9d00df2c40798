/** One icon a section; its name always stands beside it. */
import type { SectionKey } from '@keychart/ui';
import {
  IconAlertTriangle,
  IconCalendarEvent,
  IconClipboardHeart,
  IconClipboardList,
  IconClipboardText,
  IconDots,
  IconFileText,
  IconHeartbeat,
  IconMessage,
  IconNotes,
  IconPill,
  IconStethoscope,
  IconTestPipe,
  IconTool,
  IconVaccine,
} from '@tabler/icons-react';

export const SECTION_ICONS: Readonly<Record<SectionKey, typeof IconPill>> = {
  visits: IconStethoscope,
  notes: IconNotes,
  vitals: IconHeartbeat,
  medications: IconPill,
  allergies: IconAlertTriangle,
  problems: IconClipboardHeart,
  immunizations: IconVaccine,
  results: IconTestPipe,
  observations: IconClipboardText,
  orders: IconClipboardList,
  appointments: IconCalendarEvent,
  messages: IconMessage,
  procedures: IconTool,
  documents: IconFileText,
  other: IconDots,
};
