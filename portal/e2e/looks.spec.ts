import { test } from '@playwright/test';
import { answered, ask, expectAccessible, NOTE, signIn } from './harness';

const FORMS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

// Pictures for people to look at, in target/screenshots; axe looks at what it can judge.
for (const [form, viewport] of Object.entries(FORMS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`looks well on a ${form}, ${colorScheme}`, async ({ page }) => {
      const shot = (name: string) => page.screenshot({ path: `target/screenshots/${name}-${form}-${colorScheme}.png` });
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('/portal/');
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
      await expectAccessible(page, 'the way in');
      await shot('signin');
      await signIn(page, 'Admin');
      await shot('welcome');
      await page.getByRole('textbox', { name: 'Message' }).fill(NOTE);
      await page.locator('.pseudonym').first().waitFor();
      await expectAccessible(page, 'the preview');
      await shot('preview');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await answered(page);
      await ask(page, 'formatted please');
      await answered(page);
      await page.locator('.katex').first().waitFor();
      await expectAccessible(page, 'answers');
      await shot('answers');
      await page.getByRole('button', { name: /^Receipt/ }).first().click();
      await page.getByRole('dialog', { name: 'Receipt' }).waitFor();
      await shot('receipt');
      await page.keyboard.press('Escape');
      for (const name of ['shared', 'templates', 'keys', 'teams', 'usage', 'phi', 'catalogue', 'audit', 'people', 'documents']) {
        if (form === 'phone') {
          await page.getByRole('button', { name: 'Open menu' }).click();
          if (name === 'shared') {
            await shot('menu');
          }
        }
        await page.getByRole('navigation', { name: 'Pages' }).locator(`a[href$="/${name}"]`).click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        await expectAccessible(page, name);
        await shot(name);
      }
      if (form === 'phone') {
        await page.getByRole('button', { name: 'Open menu' }).click();
      }
      await page.getByRole('link', { name: 'Models and policies' }).click();
      await page.getByRole('tab', { name: 'Try a request out' }).click();
      await page.getByRole('button', { name: 'Try it out' }).click();
      await page.getByText('A model would be asked.').waitFor();
      await expectAccessible(page, 'the simulator');
      await page.setViewportSize({ width: viewport.width, height: 2000 });
      await shot('simulator');
    });
  }
}
