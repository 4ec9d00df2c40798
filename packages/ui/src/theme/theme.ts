/**
 * The one theme of both apps: neutral slate, deep teal as the only accent, and colours that mean something:
 * critical, attention, done, confidential, info. 4 px grid, radius 8, system fonts, at most two weights.
 */
import { createTheme, type MantineThemeOverride } from '@mantine/core';
import { shades } from './shades.ts';

/** Base size of text: 14 px in the workstation, 16 px in the portal. */
export type Density = 'workstation' | 'portal';

const SYSTEM_FONT =
  'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';

export function keychartTheme(density: Density): MantineThemeOverride {
  const roomy = density === 'portal';
  const size = roomy ? 'md' : 'sm';
  return createTheme({
    fontFamily: SYSTEM_FONT,
    fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSizes: {
      xs: '0.75rem',
      sm: '0.875rem',
      md: roomy ? '1rem' : '0.875rem',
      lg: '1.25rem',
      xl: '1.75rem',
    },
    lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.4', xl: '1.3' },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: roomy ? '1.75rem' : '1.25rem', lineHeight: '1.3' },
        h2: { fontSize: roomy ? '1.25rem' : '1rem', lineHeight: '1.4' },
        h3: { fontSize: roomy ? '1rem' : '0.875rem', lineHeight: '1.45' },
      },
    },
    spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
    radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    primaryColor: 'teal',
    primaryShade: 7,
    black: '#1c2630',
    colors: {
      gray: [
        '#f6f8fa',
        '#edf1f5',
        '#dfe5eb',
        '#c9d2db',
        '#a9b5c1',
        '#8493a2',
        '#586879',
        '#435262',
        '#2e3a47',
        '#1c2630',
      ],
      dark: [
        '#d5dde5',
        '#b9c4ce',
        '#9aa8b5',
        '#74838f',
        '#45525f',
        '#34404c',
        '#232c36',
        '#1a222b',
        '#131a21',
        '#0d1218',
      ],
      teal: shades('#0b6a64'),
      critical: shades('#b42318'),
      attention: shades('#8a5200'),
      done: shades('#1f6b37'),
      confidential: shades('#5f3dc4'),
      info: shades('#17599f'),
      // Mantine paints invalid fields in `red`.
      red: shades('#b42318'),
    },
    components: {
      Button: { defaultProps: { size: roomy ? 'md' : 'sm' } },
      // What a form sends off is kept by browsers, in the clear, to be offered again: never here.
      TextInput: { defaultProps: { size, autoComplete: 'off' } },
      NumberInput: { defaultProps: { size } },
      Textarea: { defaultProps: { size, autoComplete: 'off' } },
      NativeSelect: { defaultProps: { size } },
      Modal: {
        defaultProps: {
          transitionProps: { duration: 100 },
          centered: true,
          // Mantine makes it a <header>, which a screen reader would take for the page's own.
          attributes: { header: { role: 'presentation' } },
        },
        styles: { title: { fontWeight: 600, lineHeight: 1.3 } },
      },
      Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 0 } } },
      Menu: { defaultProps: { transitionProps: { duration: 0 } } },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
      Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600 } },
      Table: { defaultProps: { verticalSpacing: '0.375rem', horizontalSpacing: '0.5rem' } },
    },
  });
}
