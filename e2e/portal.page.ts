/** The portal as a parent meets it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { LoginPage } from './login.page.ts';

export class PortalPage {
  readonly page: Page;
  readonly login: LoginPage;
  readonly main: Locator;
  readonly nav: Locator;
  /** Whose records are on screen. */
  readonly person: Locator;

  constructor(page: Page) {
    this.page = page;
    this.login = new LoginPage(page);
    this.main = page.getByRole('main');
    this.nav = page.getByRole('navigation', { name: 'Main' });
    this.person = page.getByRole('banner');
  }

  async open(): Promise<void> {
    await this.page.goto('/portal/');
    await expect(this.login.form).toBeVisible();
  }

  async logIn(nsec: string): Promise<void> {
    await this.login.withKey(nsec);
    await expect(this.nav).toBeVisible();
  }

  async section(title: string): Promise<void> {
    await this.nav.getByRole('link', { name: 'Record' }).click();
    await this.main.getByRole('link', { name: new RegExp(`^${title}`) }).click();
    await expect(this.main.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }

  /** Waits until the app itself is kept on this device, so that it opens without the server. */
  async appKeptOnDevice(): Promise<void> {
    await this.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  }

  async keepLogin(passphrase: string): Promise<void> {
    await this.nav.getByRole('link', { name: 'Me', exact: true }).click();
    const form = this.page.getByRole('form', { name: 'Keep this login' });
    await form.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await form.getByLabel('Repeat the passphrase').fill(passphrase);
    await form.getByRole('button', { name: 'Keep on this device' }).click();
    await expect(this.main).toContainText('Your login is kept on this device');
  }

  async lock(): Promise<void> {
    await this.nav.getByRole('link', { name: 'Me', exact: true }).click();
    await this.main.getByRole('button', { name: 'Lock now' }).click();
    await expect(this.login.form).toBeVisible();
  }

  async switchTo(name: string): Promise<void> {
    await this.person.getByRole('button', { name: /switch person/ }).click();
    await this.page.getByRole('menuitem', { name }).click();
    await expect(this.person).toContainText(name);
  }
}
