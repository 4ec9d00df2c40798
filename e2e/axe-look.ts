/** One screen as axe sees it. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WIDTHS = [1440, 1024, 390] as const;

export interface Finding {
  readonly screen: string;
  readonly rule: string;
  readonly nodes: readonly string[];
}

/** Looks at the screen as it stands, in both themes at all widths. A theme changes colours: dark is asked for those. */
export async function look(page: Page, screen: string, findings: Finding[]): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      // One document without frames: axe needs no page of its own to put its findings together.
      const axe = new AxeBuilder({ page }).setLegacyMode();
      if (colorScheme === 'dark') axe.withRules(['color-contrast']);
      const { violations } = await axe.analyze();
      for (const { id, nodes } of violations)
        findings.push({
          screen: `${screen}, ${width} px, ${colorScheme}`,
          rule: id,
          nodes: nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
        });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
