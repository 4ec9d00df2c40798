/** The workstation as a clinician meets it: words and roles, no selectors of its insides. */
import { expect, type Locator, type Page } from '@playwright/test';
import { LoginPage } from './login.page.ts';

export interface NoteText {
  readonly reason?: string;
  readonly subjective?: string;
  readonly plan?: string;
}

export class WorkstationPage {
  readonly page: Page;
  readonly login: LoginPage;
  readonly search: Locator;
  readonly banner: Locator;
  readonly noteForm: Locator;
  readonly vitalsForm: Locator;
  readonly sections: Locator;

  constructor(page: Page) {
    this.page = page;
    this.login = new LoginPage(page);
    this.search = page.getByRole('combobox', { name: 'Search patients' });
    this.banner = page.getByRole('region', { name: 'Patient', exact: true });
    this.noteForm = page.getByRole('form', { name: 'New note' });
    this.vitalsForm = page.getByRole('form', { name: 'New vitals' });
    this.sections = page.getByRole('navigation', { name: 'Chart sections' });
  }

  async open(): Promise<void> {
    await this.page.goto('/ehr/');
    await expect(this.login.form).toBeVisible();
  }

  async logIn(nsec: string): Promise<void> {
    await this.login.withKey(nsec);
    await this.loggedIn();
  }

  /** Whatever screen it begins with: after a lock it is the one that was locked. */
  async loggedIn(): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }

  /** The state of the connection, e.g. `Live` or `Offline, 2 to send`. */
  connection(words: string): Locator {
    return this.page.getByRole('button', { name: `Connection: ${words}`, exact: true });
  }

  /** Every part of the app is on this device, also one that was never opened: the server may go. */
  async keptOnDevice(): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  }

  async openChart(name: string): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: 'Main' });
    await rail.getByRole('link', { name: 'Patients', exact: true }).click();
    await this.search.fill(name);
    await this.page.getByRole('listbox').getByRole('option').filter({ hasText: name }).first().click();
    await expect(this.banner.getByRole('heading', { name })).toBeVisible();
  }

  /** Waits until all of the open chart is here. */
  async chartComplete(): Promise<void> {
    await expect(this.sections).not.toContainText('Older records are still loading');
    await expect(this.sections).not.toContainText('…');
  }

  async section(title: string): Promise<void> {
    await this.sections.getByRole('link', { name: new RegExp(`^${title}`) }).click();
  }

  async beginNote(text: NoteText): Promise<void> {
    await this.page.getByRole('button', { name: 'New note' }).click();
    await this.typeNote(text);
  }

  async typeNote({ reason, subjective, plan }: NoteText): Promise<void> {
    if (reason !== undefined) await this.noteForm.getByLabel('Reason').fill(reason);
    if (subjective !== undefined) await this.noteForm.getByLabel('Subjective').fill(subjective);
    if (plan !== undefined) await this.noteForm.getByLabel('Plan').fill(plan);
  }

  async signNote(): Promise<void> {
    await this.noteForm.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(this.noteForm).toBeHidden();
  }

  async writeNote(text: NoteText): Promise<void> {
    await this.beginNote(text);
    await this.signNote();
  }

  /** Label → number as typed. */
  async takeVitals(values: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('button', { name: 'New vitals' }).click();
    await this.vitalsForm.getByText('Metric', { exact: true }).click();
    for (const [label, value] of Object.entries(values))
      await this.vitalsForm.getByLabel(label, { exact: true }).fill(value);
    await this.vitalsForm.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(this.vitalsForm).toBeHidden();
  }

  /** The note shown now. */
  note(text: string): Locator {
    return this.page.getByRole('article').filter({ hasText: text });
  }

  /** Waits until the app itself is kept on this device, so that it opens without the server. */
  async appKeptOnDevice(): Promise<void> {
    await this.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  }

  /** A second tab of the same browser, empty. */
  async inNewTab(): Promise<WorkstationPage> {
    return new WorkstationPage(await this.page.context().newPage());
  }

  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+L');
    await expect(this.login.form).toBeVisible();
  }

  /** @param role as the form names it. @returns the link of the invitation; the staff screen stays open. */
  async invite(name: string, role: string): Promise<string> {
    const { page } = this;
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Staff' }).click();
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const form = page.getByRole('form', { name: 'Invite a person' });
    await form.getByRole('textbox', { name: 'Name' }).fill(name);
    await form.getByLabel(role, { exact: true }).check();
    await form.getByRole('button', { name: 'Make the invitation' }).click();
    const link = (await page.getByRole('dialog').locator('pre').textContent()) ?? '';
    await page.getByRole('button', { name: 'Done' }).click();
    return link;
  }

  async keepLogin(passphrase: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Keep on this device' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await dialog.getByLabel('Repeat the passphrase').fill(passphrase);
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await expect(dialog).toBeHidden();
  }
}
