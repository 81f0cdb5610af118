/** A token as it is handed out: to whom it is told, and what ends when another is given. */
import type { FastifyRequest } from 'fastify';
import type { Runtime } from '../../procedures/runtime.ts';
import { tokenOf } from '../call.ts';

/** Who comes in anew leaves nothing of before: the session the request still holds ends. */
export async function endFormer(runtime: Runtime, request: FastifyRequest): Promise<void> {
  const former = tokenOf(request);
  if (former !== null) await runtime.pool.query('select kernel.sign_out($1, $2)', [former, runtime.clock()]);
}

/** Browsers say where a call comes from, and no page can take that away. */
const isBrowser = ({ headers }: FastifyRequest): boolean => headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;

/** The token for a program, which keeps no cookie. A browser has it in its cookie alone, where no script reads it. */
export const tokenFor = (request: FastifyRequest, token: string): { readonly token?: string } => (isBrowser(request) ? {} : { token });
