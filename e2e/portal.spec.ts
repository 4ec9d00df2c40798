/** The portal on its own: two children of one guardian, a phone without a network, and a lock that leaves nothing. */
import { vandermeer } from './families.ts';
import { expect, test } from './fixtures.ts';

const PASSPHRASE = 'lantern copper willow';

test("a guardian switches between two children, and nothing of one stays on the other's screen", async ({
  newPortal,
}) => {
  const portal = await newPortal(vandermeer.guardian);
  const { page, main } = portal;
  await expect(portal.person).toContainText(vandermeer.first);
  await portal.section('Immunizations');
  await main.getByRole('list', { name: 'Immunizations' }).getByRole('button').first().click();
  await expect(main.getByRole('region', { name: 'Signature' })).toContainText('verified');
  expect(page.url(), 'the address names nobody').toMatch(/\/portal\/#\/record\/immunizations\/\d+$/);
  expect(await page.title()).toBe('Immunizations · Keychart');

  await portal.switchTo(vandermeer.second);
  await expect(page.getByText(`Now showing ${vandermeer.second}`)).toBeVisible();
  await expect(main.getByRole('heading', { level: 1, name: 'Immunizations' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(vandermeer.first);
  await page.goBack();
  await expect(main).toContainText("This page belongs to another person's record.");
});

test('the whole family is on the phone after the first visit; a lock leaves nothing on screen', async ({
  newPortal,
}) => {
  const portal = await newPortal(vandermeer.guardian);
  const { page, main } = portal;
  await portal.keepLogin(PASSPHRASE);
  await expect(main).toContainText('Up to date');
  await portal.appKeptOnDevice();
  await portal.lock();
  await expect(page.locator('body')).not.toContainText('Vandermeer');

  await page.context().setOffline(true);
  await page.goto('/portal/');
  await portal.login.withSaved(PASSPHRASE);
  for (const child of [vandermeer.first, vandermeer.second]) {
    if (child === vandermeer.second) await portal.switchTo(child);
    await expect(main).toContainText('Offline: showing what is on this device, last updated');
    await portal.section('Notes');
    await expect(main.getByRole('list', { name: 'Notes' }).getByRole('listitem').first()).toContainText(
      'verified',
    );
    await portal.nav.getByRole('link', { name: 'Home' }).click();
  }
  await page.context().setOffline(false);
  await expect(main).not.toContainText('Offline', { timeout: 45_000 });
});
