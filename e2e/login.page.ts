/** The log-in form, the same in both apps. */
import type { Locator, Page } from '@playwright/test';

export class LoginPage {
  readonly page: Page;
  readonly form: Locator;
  readonly key: Locator;
  readonly encryptedKey: Locator;
  readonly passphrase: Locator;
  readonly submit: Locator;
  /** What is said when it did not work. */
  readonly failure: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('form', { name: 'Log in' });
    this.key = this.form.getByLabel('Secret key');
    this.encryptedKey = this.form.getByLabel('Encrypted key');
    this.passphrase = this.form.getByLabel('Passphrase');
    this.submit = this.form.getByRole('button', { name: 'Log in' });
    this.failure = page.getByRole('alert').filter({ hasText: 'Not logged in' });
  }

  async withKey(nsec: string): Promise<void> {
    await this.key.fill(nsec);
    await this.submit.click();
  }

  async withEncryptedKey(ncryptsec: string, passphrase: string): Promise<void> {
    const way = this.form.getByRole('button', { name: 'Use an encrypted key with a passphrase' });
    if (await way.isVisible()) await way.click();
    await this.encryptedKey.fill(ncryptsec);
    await this.passphrase.fill(passphrase);
    await this.submit.click();
  }

  async withSaved(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.submit.click();
  }
}
