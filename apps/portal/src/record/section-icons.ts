/** One icon a section; its name always stands beside it. */
import type { SectionKey } from '@keychart/ui';
import {
  IconAlertTriangle,
  IconClipboardHeart,
  IconClipboardList,
  IconDots,
  IconFileText,
  IconHeartbeat,
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
  orders: IconClipboardList,
  procedures: IconTool,
  documents: IconFileText,
  other: IconDots,
};
