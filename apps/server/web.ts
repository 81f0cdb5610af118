/** The built staff application under /app. Files come as they were packed at the build. Its pages are one document; what is no file there is a page of it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import fastifyStatic from '@fastify/static';

const root = join(import.meta.dirname, '../../dist/web');
/** Files whose names stay while their content changes: asked for anew each time. */
const renewed = /[/\\](?:worker\.js|manifest\.webmanifest)(?:\.br|\.gz)?$/;

export async function mountWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root, prefix: '/app/', wildcard: false, index: false, preCompressed: true, globIgnore: ['**/*.br', '**/*.gz'], maxAge: '365d', immutable: true,
    setHeaders: (reply, path) => {
      if (!renewed.test(path)) return;
      // The worker keeps the pages of /app itself too, which lies above the folder it comes from.
      void reply.header('cache-control', 'no-cache').header('service-worker-allowed', '/app');
    },
  });
  const page = await readFile(join(root, 'index.html'), 'utf8');
  for (const path of ['/app', '/app/*']) {
    app.get(path, async (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page));
  }
}
