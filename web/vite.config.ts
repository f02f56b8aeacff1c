import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the local stack serves the page: what is not of the page itself is asked there while somebody works on it. */
const SITE = process.env.MATCHDAY_SITE ?? 'http://127.0.0.1:3003';

/** `changeOrigin`: the local stack answers only who asks for it by its name. */
const proxy = Object.fromEntries(
  ['/v1', '/demo/', '/config.json', '/map.json'].map(path => [
    path,
    { target: SITE, changeOrigin: true, headers: { origin: new URL(SITE).origin } },
  ]),
);

export default defineConfig(({ command }) => {
  // Who builds from a test has another in the environment: the page would be one for development, ten times as slow.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react()],
    build: {
      target: 'es2023',
      // The policy of the site allows neither inline code nor data of our own making.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      outDir: 'dist',
      emptyOutDir: true,
    },
    server: { host: '127.0.0.1', port: 5173, proxy },
  };
});
