/** The built staff application under /app. Files come as they were packed at the build. Its pages are one document; what is no file there is a page of it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import fastifyStatic from '@fastify/static';

const root = join(import.meta.dirname, '../../dist/web');

export async function mountWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return;
  await app.register(fastifyStatic, { root, prefix: '/app/', wildcard: false, index: false, preCompressed: true, globIgnore: ['**/*.br', '**/*.gz'], maxAge: '365d', immutable: true });
  const page = await readFile(join(root, 'index.html'), 'utf8');
  for (const path of ['/app', '/app/*']) {
    app.get(path, async (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page));
  }
}
