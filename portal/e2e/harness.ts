import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Access {
  gateway: string;
  /** Our record system, where there is no other. */
  records?: string;
  token: { endpoint: string };
  people: Record<string, { username: string; password: string }>;
}

export const access = JSON.parse(readFileSync(process.env.HILUM_ACCESS ?? '../.hilum/access.json', 'utf8')) as Access;

/** A made-up patient, each of whose identifiers must never reach a provider. */
export const NOTE =
  'Maria Lopez, MRN 00482913, born 03/14/1961, was admitted on March 3, 2026. Her phone is 617-555-0143, her mail maria.lopez@example.org, SSN 219-09-9999.';

export const CANARIES = ['Maria', 'Lopez', '00482913', '03/14/1961', '617-555-0143', 'maria.lopez@example.org', '219-09-9999'];

/** Everything that a page asked of anybody but the gateway and Keycloak. */
export function foreignRequests(page: Page): string[] {
  const own = new Set([access.gateway, access.token.endpoint, access.records ?? access.gateway].map((url) => new URL(url).origin));
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'blob:' && !own.has(url.origin)) {
      foreign.push(request.url());
    }
  });
  return foreign;
}

/** What the page's policy forbade, and what went wrong in its scripts. */
export function complaints(page: Page): string[] {
  const told: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught|Warning:/.test(message.text())) {
      told.push(message.text());
    }
  });
  page.on('pageerror', (error) => told.push(String(error)));
  return told;
}

export async function signIn(page: Page, role: string): Promise<void> {
  const person = access.people[role];
  if (!person) {
    throw new Error(`nobody is ${role}`);
  }
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel(/username/i).fill(person.username);
  await page.locator('input[name=password]').fill(person.password);
  await page.locator('[type=submit]').click();
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
}

export async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(question);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const said = page.locator('article.user').last().getByText(question, { exact: true });
  await expect(said.or(page.getByRole('alertdialog'))).toBeVisible();
}

/** The last answer, when it is complete. */
export async function answered(page: Page) {
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);
  await expect(page.locator('article.assistant[aria-busy=true]')).toHaveCount(0);
  return page.locator('article.assistant').last();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Account$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
}

/** No fault that axe knows of WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  const faults = result.violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(' | ')}`);
  expect(faults, what).toEqual([]);
}

export async function upstreamLog(): Promise<string> {
  const log = await fetch(`${process.env.HILUM_UPSTREAM ?? 'http://127.0.0.1:9301'}/log`);
  return log.text();
}
