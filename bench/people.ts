/** Demo sign-in: tokens of so many appointments of a role. */
import { openWire } from './wire.ts';

interface Listed {
  readonly appointment: string;
  readonly role: string;
}

/** At most `most` appointments of a role, in the order of the list. Throws where there is none. */
export async function appointmentsOf(port: number, role: string, most: number): Promise<string[]> {
  const wire = await openWire(port);
  try {
    const all = JSON.parse((await wire.ask('GET', '/api/session/demo', {})).body.toString()) as Listed[];
    const found = all.filter((a) => a.role === role).slice(0, most).map((a) => a.appointment);
    if (found.length === 0) throw new Error(`nobody of the demo country is ${role}`);
    return found;
  } finally {
    wire.close();
  }
}

export const tokensOf = async (port: number, role: string, most: number): Promise<string[]> =>
  Promise.all((await appointmentsOf(port, role, most)).map((appointment) => tokenOf(port, appointment)));

export async function tokenOf(port: number, appointment: string): Promise<string> {
  const wire = await openWire(port);
  try {
    const answer = await wire.ask('POST', '/api/session/demo', {}, JSON.stringify({ appointment }));
    if (answer.status !== 201) throw new Error(`sign-in was answered ${answer.status}: ${answer.body.toString()}`);
    return (JSON.parse(answer.body.toString()) as { token: string }).token;
  } finally {
    wire.close();
  }
}
