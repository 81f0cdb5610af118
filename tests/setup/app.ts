/** The HTTP program over a test program, for calls without a network: `app.inject(…)`. */
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import type { TestProgram } from './program.ts';

export const testApp = (program: TestProgram): Promise<FastifyInstance> => buildApp({ runtime: program.runtime, demo: true, changes: changes() });
