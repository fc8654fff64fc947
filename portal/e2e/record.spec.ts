import { expect, test, type Page } from '@playwright/test';
import { access, answered, ask, CANARIES, complaints, expectAccessible, foreignRequests, signIn, upstreamLog } from './harness';

const record = access.records ?? '';

/** Sign in at the record system, where the person is known already, and choose a patient. */
async function openRecord(page: Page, wanted: string, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Open (a|another) patient's record$/ }).click();
  const dialog = page.getByRole('dialog', { name: "Open a patient's record" });
  await dialog.getByRole('button', { name: 'Go on to the record system' }).click();
  await dialog.getByRole('textbox', { name: 'Find a patient' }).fill(wanted);
  await page.keyboard.press('Enter');
  await dialog.getByRole('list', { name: 'Patients found' }).getByRole('button', { name }).click();
  await expect(page.getByRole('region', { name: 'Open record' })).toContainText(name);
}

async function choose(page: Page, model: string): Promise<void> {
  await page.getByRole('button', { name: /Model$/ }).focus();
  await expect(async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: model }).click({ timeout: 3_000 });
  }).toPass();
}

const approval = (page: Page) => page.getByRole('region', { name: 'The agent wants to write' }).last();

/** What was filed for a patient, as the person herself finds it in the record system. */
async function filed(page: Page, patient: string, token: string): Promise<{ docStatus: string; text: string }[]> {
  const answer = await page.request.get(`${record}/DocumentReference?patient=${patient}`, { headers: { authorization: token } });
  const bundle = (await answer.json()) as { entry?: { resource: { docStatus: string; content: { attachment: { data: string } }[] } }[] };
  return (bundle.entry ?? []).map(({ resource }) => ({
    docStatus: resource.docStatus,
    text: Buffer.from(resource.content[0]?.attachment.data ?? '', 'base64').toString(),
  }));
}

test('a clinician opens a record, and an agent reads it and files only what she approves', async ({ page }) => {
  const foreign = foreignRequests(page);
  const told = complaints(page);
  let token = '';
  page.on('request', (request) => {
    if (request.url().startsWith(`${record}/Patient`)) {
      token = request.headers()['authorization'] ?? token;
    }
  });
  await signIn(page, 'Clinician');
  await choose(page, 'agent/clinical');
  await openRecord(page, 'lopez', 'Maria Lopez');
  await expect(page.getByRole('region', { name: 'Open record' })).toContainText('00482913');
  await expect(page.getByRole('region', { name: 'Open record' })).toContainText(/Agents may read it until/);
  await expectAccessible(page, 'an open record');

  await ask(page, 'Summarise the latest findings.');
  const summary = await answered(page);
  await expect(summary).toContainText('C-reactive protein');
  await expect(summary).toContainText('Record, observation');
  await expectAccessible(page, 'a summary');
  await page.screenshot({ path: 'target/screenshots/record-summary-desktop-light.png' });

  await ask(page, 'Draft a progress note and file it.');
  await expect(approval(page)).toContainText('Maria Lopez');
  await expect(approval(page)).toContainText('As a preliminary document');
  await expect(approval(page)).toContainText('Progress note');
  await expect(approval(page)).toContainText('C-reactive protein');
  await expect(approval(page)).not.toContainText('99 kg');
  await expectAccessible(page, 'a draft that waits');
  await page.screenshot({ path: 'target/screenshots/approval-desktop-light.png' });
  await approval(page).getByRole('button', { name: 'Refuse' }).click();
  await expect(approval(page)).toContainText('Nothing was written.');
  await answered(page);
  expect(await filed(page, 'p1', token)).toEqual([]);

  await ask(page, 'Draft the progress note again.');
  const shown = (await approval(page).locator('dd').filter({ hasText: 'C-reactive' }).textContent()) ?? '';
  await approval(page).getByRole('button', { name: 'Approve' }).click();
  await expect(approval(page)).toContainText('You let the agent write this.');
  await answered(page);
  const documents = await filed(page, 'p1', token);
  expect(documents).toEqual([{ docStatus: 'preliminary', text: shown }]);
  expect(await filed(page, 'p2', token)).toEqual([]);

  const log = await upstreamLog();
  expect(log).toContain('C-reactive protein');
  for (const canary of [...CANARIES, token.replace('Bearer ', '')]) {
    expect(log).not.toContain(canary);
  }
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(token.replace('Bearer ', ''));
  expect(foreign).toEqual([]);
  expect(told).toEqual([]);
});

test('a run that waits is stopped, and writes nothing', async ({ page }) => {
  await signIn(page, 'Clinician');
  await choose(page, 'agent/clinical');
  await openRecord(page, '00771204', 'James Whitfield');
  await ask(page, 'Draft a note.');
  await expect(approval(page).getByRole('button', { name: 'Approve' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await answered(page);
  await expect(page.getByText('You stopped this answer.')).toBeVisible();
  await expect(approval(page).getByRole('button')).toHaveCount(0);
});

test('another record does not slip into a conversation, and a closed one is read no more', async ({ page }) => {
  await signIn(page, 'Clinician');
  await choose(page, 'agent/clinical');
  await openRecord(page, 'lopez', 'Maria Lopez');
  await ask(page, 'And what of MRN 00771204?');
  const warning = page.getByRole('alertdialog', { name: 'Another patient?' });
  await expect(warning).toContainText('Medical record number');
  await warning.getByRole('button', { name: 'Cancel' }).click();
  await ask(page, 'Summarise the latest findings.');
  await answered(page);
  await openRecord(page, 'James Whit', 'James Whitfield');
  await ask(page, 'And now?');
  await expect(warning).toContainText("patient's record");
  await expectAccessible(page, 'the warning of another record');
  await warning.getByRole('button', { name: 'Begin a new conversation' }).click();
  await expect(page.locator('article')).toHaveCount(0);
  await choose(page, 'agent/clinical');
  await page.getByRole('button', { name: 'Close the record' }).click();
  await expect(page.getByRole('region', { name: 'Open record' })).toHaveCount(0);
  await ask(page, 'Summarise the latest findings.');
  await expect(await answered(page)).toContainText('any record');
});

test('the end of the access is told', async ({ page }) => {
  await signIn(page, 'Clinician');
  await page.clock.install();
  await choose(page, 'agent/clinical');
  await openRecord(page, 'lopez', 'Maria Lopez');
  await page.clock.fastForward('14:55');
  await page.mouse.move(10, 10);
  await page.getByRole('textbox', { name: 'Message' }).press('Shift');
  const banner = page.getByRole('region', { name: 'Open record' });
  await expect(banner.getByRole('alert')).toContainText('The access to this record has ended');
  await expectAccessible(page, 'an access that has ended');
  await page.screenshot({ path: 'target/screenshots/record-over-desktop-light.png' });
});

test('a page of an unknown record system opens nothing', async ({ page }) => {
  const foreign = foreignRequests(page);
  await signIn(page, 'Clinician');
  await page.goto('/portal/launch?iss=https://evil.example/fhir&launch=abc');
  await expect(page.getByText('from a record system that it does not know')).toBeVisible();
  expect(foreign).toEqual([]);
});

const FORMS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

for (const [form, viewport] of Object.entries(FORMS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`an open record looks well on a ${form}, ${colorScheme}`, async ({ page }) => {
      const shot = (name: string) => page.screenshot({ path: `target/screenshots/${name}-${form}-${colorScheme}.png` });
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await signIn(page, 'Clinician');
      await choose(page, 'agent/clinical');
      await page.getByRole('button', { name: "Open a patient's record" }).click();
      const dialog = page.getByRole('dialog', { name: "Open a patient's record" });
      await dialog.getByRole('button', { name: 'Go on to the record system' }).waitFor();
      await expectAccessible(page, 'the way to a record');
      await shot('record-signin');
      await dialog.getByRole('button', { name: 'Go on to the record system' }).click();
      await dialog.getByRole('textbox', { name: 'Find a patient' }).fill('maria');
      await page.keyboard.press('Enter');
      await dialog.getByRole('list', { name: 'Patients found' }).waitFor();
      await expectAccessible(page, 'patients found');
      await shot('record-find');
      await dialog.getByRole('button', { name: 'Maria Lopez' }).click();
      await ask(page, 'Draft a progress note and file it.');
      await approval(page).getByRole('button', { name: 'Approve' }).waitFor();
      await approval(page).scrollIntoViewIfNeeded();
      await expectAccessible(page, 'a draft that waits');
      await shot('record-approval');
      await approval(page).getByRole('button', { name: 'Refuse' }).click();
      await answered(page);
      await shot('record-answer');
    });
  }
}
