import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { access, answered, ask, expectAccessible, signIn } from './harness';

test('an administrator makes a key, which is shown once and works', async ({ page }) => {
  await signIn(page, 'Admin');
  await page.getByRole('link', { name: 'Applications and keys' }).click();
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('check of the portal');
  await page.getByRole('button', { name: 'Create key' }).click();
  const shown = page.getByRole('dialog', { name: 'Your new key' });
  const key = (await shown.locator('code').textContent()) ?? '';
  expect(key).toMatch(/^hlm_[a-z0-9]{6,12}_[A-Za-z0-9_-]{43}$/);
  await page.keyboard.press('Escape');
  await expect(page.getByText('check of the portal')).toBeVisible();
  await expect(page.locator('body')).not.toContainText(key.slice(-43));
  await expect
    .poll(async () => (await fetch(`${access.gateway}/v1/models`, { headers: { authorization: `Bearer ${key}` } })).status, { timeout: 45_000 })
    .toBe(200);
  await page.getByRole('button', { name: 'Revoke check of the portal' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke key' }).click();
  await expect
    .poll(async () => (await fetch(`${access.gateway}/v1/models`, { headers: { authorization: `Bearer ${key}` } })).status, { timeout: 45_000 })
    .toBe(401);
});

test('a budget that is used up stops a request, in words that people understand', async ({ page, browser }) => {
  await signIn(page, 'Admin');
  await page.getByRole('link', { name: 'Teams and budgets' }).click();
  await page.getByRole('button', { name: 'Set a budget' }).click();
  await page.getByRole('textbox', { name: 'What it limits' }).fill('team:revenue');
  await page.getByRole('textbox', { name: 'Limit in dollars' }).fill('0.000001');
  await page.getByRole('button', { name: 'Save budget' }).click();
  await expect(page.getByText(/In force now|in force in a moment/)).toBeVisible();

  const other = await browser.newPage();
  await signIn(other, 'Billing');
  await expect(async () => {
    await ask(other, 'Explain denial CO-16.');
    await answered(other);
    await expect(other.getByText('The budget is used up. Nothing was sent.').first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await other.close();

  await page.getByRole('button', { name: 'Lift the budget of team:revenue' }).click();
  await expect(page.getByRole('cell', { name: 'team:revenue' })).toHaveCount(0);
});

test('an administrator verifies the audit and finds a request in it', async ({ page }) => {
  await signIn(page, 'Admin');
  await page.getByRole('link', { name: 'Audit' }).click();
  await expect(page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(page.getByText(/The chain is whole/)).toBeVisible();
});

test('an administrator makes a collection, and answers rest on it', async ({ page }) => {
  await signIn(page, 'Admin');
  await page.getByRole('link', { name: 'Documents' }).click();
  await page.getByRole('button', { name: 'New collection' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('ward-rules');
  await page.getByRole('textbox', { name: 'Roles that may read' }).fill('Admin, Clinician');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add documents' }).click();
  await (await chooser).setFiles({ name: 'rules.md', mimeType: 'text/markdown', buffer: Buffer.from('# Visits\n\nVisiting hours end at 20:00 on all wards.\n') });
  await expect(page.getByRole('row', { name: /rules/ })).toContainText('Ready', { timeout: 90_000 });
  await page.getByRole('link', { name: 'New conversation' }).click();
  await page.getByRole('button', { name: /^Answer from/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /ward-rules/ }).click();
  await page.keyboard.press('Escape');
  await ask(page, 'When do visiting hours end?');
  const answer = await answered(page);
  await answer.getByRole('list', { name: 'Sources' }).getByRole('button').first().click();
  await expect(page.getByRole('dialog')).toContainText('Visiting hours end at 20:00');
});

test('an administrator sees how the deployments are, and what would become of a request', async ({ page }) => {
  await signIn(page, 'Admin');
  await page.getByRole('link', { name: 'Models and policies' }).click();
  const deployments = page.getByRole('grid', { name: 'Deployments' });
  await expect(deployments.getByRole('row', { name: /echo\/echo/ })).toContainText('Well');
  await expect(deployments.getByRole('row', { name: /echo\/echo/ })).toContainText('echo-baa');
  await expectAccessible(page, 'the catalogue');
  await page.getByRole('tab', { name: 'Try a request out' }).click();
  await page.getByRole('textbox', { name: 'Roles' }).fill('Developer');
  await page.getByRole('button', { name: 'Try it out' }).click();
  await expect(page.getByText('It would be refused by gateway-service.')).toBeVisible();
  await expect(page.getByText('400 phi_blocked')).toBeVisible();
  await page.getByRole('textbox', { name: 'Roles' }).fill('Clinician, Billing');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/First: echo\/echo, region eastus2, echo-baa/)).toBeVisible();
  await expect(page.getByRole('grid', { name: 'What would be done to identifiers' })).toContainText('Medical record number');
  await expectAccessible(page, 'the simulator');
});

test('an administrator sees how many identifiers were masked, and takes the numbers along', async ({ page }) => {
  await signIn(page, 'Admin');
  await ask(page, 'Please write to Amelia Stone, born 03/04/1961, MRN 00482913.');
  await answered(page);
  await expect(async () => {
    await page.getByRole('link', { name: 'Usage and cost' }).click();
    await page.getByRole('link', { name: 'Identifiers masked' }).click();
    await expect(page.getByRole('grid', { name: 'Identifiers by type' })).toContainText('Name', { timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: 'Identifiers by day and type' })).toBeVisible();
  await expectAccessible(page, 'the identifiers');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toMatch(/^team,type,requests,identifiers\r\n/);
  expect(csv).not.toContain('Amelia');
});

test('a template is written, changed and brought back, and begins a conversation', async ({ page }) => {
  await signIn(page, 'Admin');
  await page.getByRole('link', { name: 'Templates' }).click();
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Handover');
  await page.getByRole('textbox', { name: /^Text/ }).fill('Hand over {{ward}}.');
  await page.getByRole('button', { name: 'Create template' }).click();
  await page.getByRole('button', { name: 'Edit Handover' }).click();
  await page.getByRole('textbox', { name: /^Text/ }).fill('Hand over {{ward}} in three lines.');
  await expectAccessible(page, 'the editor of templates');
  await page.screenshot({ path: 'target/screenshots/template-desktop-light.png' });
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await page.getByRole('button', { name: 'Versions of Handover' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions of Handover' });
  await expect(versions).toContainText('in three lines');
  await versions.getByRole('button', { name: /Version 2/ }).click();
  await page.getByRole('option', { name: /Version 1/ }).click();
  await expect(versions.locator('pre')).toHaveText('Hand over {{ward}}.');
  await versions.getByRole('button', { name: 'Make version 1 the present one again' }).click();
  await page.getByRole('link', { name: 'New conversation' }).click();
  await page.getByRole('button', { name: 'Templates', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Handover' }).click();
  await page.getByRole('textbox', { name: 'ward' }).fill('4B');
  await page.getByRole('button', { name: 'Use' }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('Hand over 4B.');
});
