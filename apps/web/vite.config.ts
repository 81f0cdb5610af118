import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offline } from './build/offline.ts';
import { packed } from './build/packed.ts';
import { texts } from './build/texts.ts';

const web = fileURLToPath(new URL('.', import.meta.url));
const base = '/app/';
const project = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root: web,
  base,
  plugins: [react(), texts(project), offline(web, base), packed()],
  server: {
    fs: { allow: [project] },
    proxy: { '/api': process.env['QORGAN_API'] ?? 'http://127.0.0.1:3000' },
  },
  build: {
    outDir: `${project}/dist/web`,
    emptyOutDir: true,
    target: 'es2022',
    // Nothing as data: addresses, so that the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Ours do nothing by being there: of a contract that hands many things on, only what is used comes along.
    rolldownOptions: {
      input: { index: `${web}index.html`, worker: `${web}offline/worker.ts` },
      treeshake: { moduleSideEffects: (id) => !/[/\\](kernel|capabilities)[/\\].*\.tsx?$/.test(id) },
      output: {
        // A worker keeps its name: browsers look there for a newer one.
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        // The first page in one file: on a bad line forty small ones are seven journeys there and back. The worker stands alone.
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'], test: (id) => !id.includes('/offline/worker') }] },
      },
    },
    // A few kilobytes in all: one file, so that no page waits for its looks.
    cssCodeSplit: false,
  },
});
