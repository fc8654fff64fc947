import { expect, test, type Page } from '@playwright/test';
import attacks from '../src/testing/attacks.json' with { type: 'json' };
import { answered, ask, CANARIES, complaints, expectAccessible, foreignRequests, NOTE, signIn, signOut, upstreamLog } from './harness';

for (const role of ['Clinician', 'Billing', 'Admin']) {
  test(`${role} sees what leaves, gets the answer back with names, and leaves nothing behind`, async ({ page, context }) => {
    const foreign = foreignRequests(page);
    const told = complaints(page);
    await signIn(page, role);
    await expectAccessible(page, 'the empty chat');

    await page.getByRole('textbox', { name: 'Message' }).fill(NOTE);
    const preview = page.getByRole('region', { name: 'What the model will see' });
    await expect(preview.locator('.pseudonym').first()).toBeVisible();
    await expect(page.locator('.marked-marks mark').filter({ hasText: '00482913' })).toHaveCount(1);
    for (const canary of CANARIES) {
      await expect(preview.locator('.masked')).not.toContainText(canary);
    }
    await expectAccessible(page, 'the chat with a preview');
    await page.getByRole('button', { name: 'Send', exact: true }).click();

    const answer = await answered(page);
    await expect(answer).toContainText(`You wrote: ${NOTE}`);
    await answer.getByRole('button', { name: /^Receipt/ }).click();
    const receipt = page.getByRole('dialog', { name: 'Receipt' });
    await expect(receipt).toContainText('echo, eastus2');
    await expect(receipt).toContainText('echo-baa');
    await expect(receipt).toContainText(/Medical record number: 1/);
    await expect(receipt).toContainText(/req_[0-9a-f]+/);
    await expect(receipt).toContainText(/\$\d/);
    await expectAccessible(page, 'the receipt');
    await page.keyboard.press('Escape');
    await answer.getByRole('button', { name: 'Turn over' }).click();
    const seen = page.getByRole('dialog', { name: 'What the model saw and said' });
    await expect(seen.locator('.pseudonym').first()).toBeVisible();
    for (const canary of CANARIES) {
      await expect(seen).not.toContainText(canary);
    }
    await page.keyboard.press('Escape');

    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain('eyJ');
    await signOut(page);
    await page.goBack().catch(() => null);
    await expect(page.locator('article')).toHaveCount(0);
    await expect(page.locator('body')).not.toContainText('Lopez');
    expect(await context.pages()[0]?.evaluate(() => document.body.innerText)).not.toContain('Lopez');
    expect(foreign).toEqual([]);
    expect(told).toEqual([]);
    const log = await upstreamLog();
    for (const canary of CANARIES) {
      expect(log).not.toContain(canary);
    }
  });
}

test('a developer, who may send no identifiers, is told so and nothing leaves', async ({ page }) => {
  await signIn(page, 'Developer');
  await ask(page, NOTE);
  await expect(page.getByRole('alert')).toContainText('Your role may not send');
  await ask(page, 'formatted please');
  await expect((await answered(page)).getByRole('table')).toBeVisible();
  await expect(page.locator('.katex').first()).toBeVisible();
  await expectAccessible(page, 'a formatted answer');
  await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  await signOut(page);
});

test('answers stop, are asked again and edited, each as a branch', async ({ page }) => {
  await signIn(page, 'Clinician');
  await ask(page, 'slowly now');
  await expect(page.locator('article.assistant')).toContainText('One word after the other.');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('You stopped this answer.')).toBeVisible();
  await ask(page, 'first');
  await answered(page);
  await page.locator('article.assistant').last().getByRole('button', { name: 'Answer again' }).click();
  await answered(page);
  await expect(page.locator('article.assistant').last()).toContainText('2/2');
  await page.locator('article.user').last().hover();
  await page.locator('article.user').last().getByRole('button', { name: 'Edit message' }).click();
  await page.getByRole('textbox', { name: 'Edit message' }).fill('second');
  await page.locator('form.edit').getByRole('button', { name: 'Send' }).click();
  await answered(page);
  await expect(page.locator('article.assistant').last()).toContainText('You wrote: second');
  await page.locator('article.user').last().getByRole('button', { name: 'Previous version' }).click();
  await expect(page.locator('article.assistant').last()).toContainText('You wrote: first');
});

test('a second patient does not slip into a conversation', async ({ page }) => {
  await signIn(page, 'Clinician');
  await ask(page, 'Summarise the chart of MRN 00482913.');
  await answered(page);
  await ask(page, 'And now MRN 00771204, please.');
  const warning = page.getByRole('alertdialog', { name: 'Another patient?' });
  await expect(warning).toContainText('Medical record number');
  await expectAccessible(page, 'the warning');
  await warning.getByRole('button', { name: 'Begin a new conversation' }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('And now MRN 00771204, please.');
  await expect(page.locator('article')).toHaveCount(0);
});

test('an identifier that was overlooked is masked from then on', async ({ page }) => {
  await signIn(page, 'Clinician');
  const message = page.getByRole('textbox', { name: 'Message' });
  await message.fill('Compare with ward7patient9 of yesterday.');
  await message.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(13, 26));
  await page.getByRole('button', { name: 'The selected text is an identifier' }).click();
  await page.getByRole('menuitem', { name: 'Other number' }).click();
  await expect(page.locator('.preview .masked')).not.toContainText('ward7patient9');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(await answered(page)).toContainText('ward7patient9');
  expect(await upstreamLog()).not.toContain('ward7patient9');
});

test('an attached document is read, cited, and gone with its conversation', async ({ page }) => {
  await signIn(page, 'Clinician');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach documents' }).click();
  const buffer = Buffer.from('# Letter\n\nMaria Lopez takes Lisinopril 10 mg since her stroke.\n');
  await (await chooser).setFiles({ name: 'letter.md', mimeType: 'text/markdown', buffer });
  const attached = page.getByRole('list', { name: 'Attached documents' });
  await page.getByRole('textbox', { name: 'Message' }).fill('Which drug does the patient take?');
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled({ timeout: 90_000 });
  await expect(attached).toContainText('letter.md');
  await expectAccessible(page, 'an attached document');
  await page.screenshot({ path: 'target/screenshots/attached-desktop-light.png' });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const answer = await answered(page);
  await expect(page.locator('article.user').getByText('letter.md')).toBeVisible();
  await answer.getByRole('list', { name: 'Sources' }).getByRole('button').first().click();
  await expect(page.getByRole('dialog')).toContainText('Lisinopril 10 mg');
  await page.keyboard.press('Escape');
  expect(await upstreamLog()).not.toContain('Lopez');
  const conversation = new URL(page.url()).pathname.split('/').at(-1);
  const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE' && response.url().endsWith(`/v1/collections/personal-${conversation}`));
  await page.locator('.conversation', { has: page.locator(`a[href$="${conversation}"]`) }).hover();
  await page.getByRole('button', { name: /^Actions for Which drug/ }).first().click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  expect((await deleted).status()).toBe(204);
});

test('what somebody shares is read by the team', async ({ page, browser }) => {
  await signIn(page, 'Developer');
  await ask(page, 'formatted please, for the team');
  await answered(page);
  await page.getByRole('button', { name: /^Actions for formatted please, for the team/ }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Share with platform' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // axe wants a context of its own.
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, 'Admin');
  await other.getByRole('link', { name: 'Shared with my team' }).click();
  await other.getByRole('grid').getByRole('link', { name: 'formatted please, for the team' }).first().click();
  await expect(other.locator('article.user')).toContainText('formatted please, for the team');
  await expect(other.getByText(/^Dana .* shared this with the team/)).toBeVisible();
  await expect(other.locator('article.assistant').getByRole('table')).toBeVisible();
  await expect(other.locator('.katex').first()).toBeVisible();
  await expectAccessible(other, 'a shared conversation');
  await other.screenshot({ path: 'target/screenshots/read-desktop-light.png' });
  await expect(other.getByRole('textbox', { name: 'Message' })).toHaveCount(0);
  await context.close();
});

test('nothing that a model says runs or loads', async ({ page }) => {
  const foreign = foreignRequests(page);
  await signIn(page, 'Clinician');
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  for (let index = 0; index < attacks.length; index += 1) {
    await ask(page, `attack ${index}`);
    await expect(page.locator('article.assistant')).toHaveCount(index + 1);
    await answered(page);
  }
  for (const link of await page.locator('article.assistant a').all()) {
    expect(await link.getAttribute('href')).toMatch(/^(https?:|mailto:)/);
  }
  expect(await page.evaluate(() => (window as unknown as { attacked?: number }).attacked)).toBeUndefined();
  expect(await page.locator('article.assistant').locator('script, iframe, img, object, embed, form, style, link, meta, base, video').count()).toBe(0);
  expect(dialogs).toBe(0);
  expect(foreign).toEqual([]);
});

test('nothing that a person writes runs or loads, in titles, folders and templates either', async ({ page }) => {
  const foreign = foreignRequests(page);
  const told = complaints(page);
  await signIn(page, 'Admin');
  const written = ['<img src=x onerror=window.attacked=1>', '"><script>window.attacked=1</script>', '[x](javascript:window.attacked=1)', '<svg onload=window.attacked=1>'];
  for (const text of written) {
    await page.goto('/portal/chat');
    await ask(page, text);
    await answered(page);
    await expect(page.locator('.conversation').first()).toContainText(text);
  }
  await page.locator('.conversation').first().getByRole('button', { name: /^Actions for/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('<iframe src="https://evil.example">');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.conversation').first()).toContainText('<iframe src="https://evil.example">');
  for (const name of ['templates', 'shared', 'usage']) {
    await page.getByRole('navigation', { name: 'Pages' }).locator(`a[href$="/${name}"]`).click();
    await page.waitForLoadState('networkidle');
  }
  expect(await page.evaluate(() => (window as unknown as { attacked?: number }).attacked)).toBeUndefined();
  expect(await page.locator('iframe, object, embed, form[action], base, img[src^=http]').count()).toBe(0);
  expect(foreign).toEqual([]);
  expect(told).toEqual([]);
});

test('who has gone is signed out, and the page is empty', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'Clinician');
  await ask(page, 'Maria Lopez, MRN 00482913?');
  await answered(page);
  await page.clock.fastForward('14:10');
  await expect(page.getByRole('alertdialog', { name: 'Are you still there?' })).toBeVisible();
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.clock.fastForward('16:00');
  await expect(page.getByText('You were signed out because nobody was there.')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Lopez');
});

/** What a person notices, in milliseconds: the slowest interaction (INP), without one of each fifty. */
function watchInteractions(page: Page): Promise<void> {
  return page.evaluate(() => {
    const slowest = new Map<number, number>();
    (window as unknown as { slowest: Map<number, number> }).slowest = slowest;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
        if (entry.interactionId) {
          slowest.set(entry.interactionId, Math.max(slowest.get(entry.interactionId) ?? 0, entry.duration));
        }
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

async function slowestInteraction(page: Page, interactions: number): Promise<number> {
  const durations = await page.evaluate(() => [...(window as unknown as { slowest: Map<number, number> }).slowest.values()]);
  return durations.sort((a, b) => b - a)[Math.floor(interactions / 50)] ?? 0;
}

test('a long answer leaves the page quick', async ({ page }) => {
  await signIn(page, 'Clinician');
  await watchInteractions(page);
  await ask(page, 'at length, please');
  const answer = page.locator('article.assistant');
  const message = page.getByRole('textbox', { name: 'Message' });
  let typed = 0;
  for (const [place, seen] of [['the prose', 'Part 3'], ['the code', 'line = 60'], ['the table', '60 mg'], ['the list', 'item 30'], ['the end', 'Part 8']] as const) {
    await expect(answer).toContainText(seen, { timeout: 120_000 });
    const text = `typed beside ${place} `;
    await message.pressSequentially(text, { delay: 30 });
    typed += text.length;
  }
  await expect(answer).toContainText('The end of it.', { timeout: 120_000 });
  await answered(page);
  await expect(answer.locator('table')).toHaveCount(1);
  await expect(answer.locator('tbody tr')).toHaveCount(150);
  const inp = await slowestInteraction(page, typed);
  test.info().annotations.push({ type: 'INP', description: `${inp} ms` });
  console.log(`INP of ${typed} keys while an answer of ${(await answer.innerText()).length} characters streams: ${inp} ms`);
  expect(inp).toBeLessThan(100);
});

test('the first load is small', async ({ page }) => {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname) && response.url().includes('/portal/')) {
      sizes.push(response.request().sizes().then((size) => size.responseBodySize));
    }
  });
  await page.goto('/portal/');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(50 * 1024);
  expect(total).toBeLessThan(300 * 1024);
});
