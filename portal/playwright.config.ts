import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

const access = process.env.HILUM_ACCESS ?? '../.hilum/access.json';
const gateway = existsSync(access) ? (JSON.parse(readFileSync(access, 'utf8')) as { gateway: string }).gateway : 'http://localhost:8080';

/** One after the other, in the Chromium of this machine, against a quick start that runs: see e2e/check.sh. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: [['list']],
  use: {
    baseURL: gateway,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: BROWSERS.find((path) => path && existsSync(path)), args: ['--no-sandbox'] },
  },
});
