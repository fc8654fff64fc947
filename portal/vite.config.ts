import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const GATEWAY = process.env.HILUM_GATEWAY ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/portal/',
  plugins: [react()],
  build: {
    outDir: 'target/page',
    emptyOutDir: true,
    manifest: true,
    // A file that is small enough would become a data: address, which the policy of the page forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1024,
  },
  server: {
    proxy: { '/v1': GATEWAY, '/portal/config.json': GATEWAY },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
    restoreMocks: true,
  },
});
