/** Both apps install, and the portal opens without a network after the first visit. */
import { brightwater } from './families.ts';
import { expect, test } from './fixtures.ts';

const PASSPHRASE = 'orchard ribbon twelve';

for (const app of ['ehr', 'portal'] as const) {
  test(`${app} can be installed, and keeps itself on the device`, async ({ practice, newDevice }) => {
    const { context, traffic } = await newDevice();
    const page = await context.newPage();
    await page.goto(`/${app}/`);
    const link = await page.locator('link[rel="manifest"]').getAttribute('href');
    const response = await page.request.get(new URL(link ?? '', page.url()).href);
    expect(response.headers()['content-type']).toMatch(/^application\/manifest\+json/);
    const manifest = (await response.json()) as {
      name: string;
      start_url: string;
      scope: string;
      display: string;
      icons: { src: string; sizes: string }[];
    };
    expect(manifest).toMatchObject({ start_url: `/${app}/`, scope: `/${app}/`, display: 'standalone' });
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    for (const { src } of manifest.icons) {
      const icon = await page.request.get(new URL(src, response.url()).href);
      expect(icon.headers()['content-type'], src).toBe('image/png');
    }
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await practice.stop();
    await page.reload();
    await expect(page.getByRole('form', { name: 'Log in' })).toBeVisible();
    expect(
      traffic.addresses.some((url) => url.startsWith(practice.origin)),
      'requests are seen',
    ).toBe(true);
  });
}

test('the portal opens offline with a saved login and shows the record', async ({ practice, newPortal }) => {
  const portal = await newPortal(brightwater.guardian);
  await portal.keepLogin(PASSPHRASE);
  await portal.appKeptOnDevice();
  await portal.section('Immunizations');
  const vaccines = portal.main.getByRole('list', { name: 'Immunizations' });
  await expect(vaccines.getByRole('listitem').first()).toBeVisible();
  await expect(portal.main.getByText(/^\d+ immunizations$/)).toBeVisible();
  const online = (await portal.main.getByText(/^\d+ immunizations$/).textContent()) ?? '';

  await practice.stop();
  await portal.page.context().setOffline(true);
  await portal.page.goto('/portal/');
  await portal.login.withSaved(PASSPHRASE);
  await expect(portal.person).toContainText(brightwater.child);
  await expect(portal.page.getByText(/Offline: showing what is on this device/)).toBeVisible();
  await portal.section('Immunizations');
  await expect(portal.main.getByText(/^\d+ immunizations$/)).toHaveText(online);
  await vaccines.getByRole('button').first().click();
  await expect(portal.main.getByRole('region', { name: 'Signature' })).toContainText('verified');

  await practice.start();
  await portal.page.context().setOffline(false);
  await portal.nav.getByRole('link', { name: 'Me', exact: true }).click();
  await expect(portal.main).toContainText('Up to date', { timeout: 45_000 });
});
