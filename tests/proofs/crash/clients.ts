/** Clients over HTTP that remember every call they made, and what was answered, if anything was. */
import { randomUUID } from 'node:crypto';
import { appointmentOf, districts } from '../../small/country.ts';

export interface Answer {
  readonly status: number;
  readonly proceeding: string;
  /** The entry that the call's key stands for; a repeat gives the first one's. */
  readonly entry: number;
}

export interface Call {
  readonly key: string;
  readonly step: string;
  readonly path: string;
  readonly body: object;
  readonly ifMatch: number | null;
  readonly token: string;
  /** Null: no answer came, so nobody knows yet. `refused`: 409 or 412, nothing was done. */
  answer: Answer | 'refused' | null;
}

interface Known {
  readonly id: string;
  stage: string;
  sequence: number;
  /** A call on it has not been answered: its sequence is not known now. */
  unsure: boolean;
}

export interface Tokens {
  readonly specialist: string;
  readonly manager: string;
}

/** xorshift32: the same seed, the same choices. Numbers in [0, 1). */
export function chooser(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export async function signIn(base: string): Promise<Tokens> {
  const token = async (appointment: string): Promise<string> => {
    const response = await fetch(`${base}/api/session/demo`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ appointment }),
    });
    if (response.status !== 201) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
    return ((await response.json()) as { token: string }).token;
  };
  return { specialist: await token(appointmentOf('guardianship-specialist', 'north')), manager: await token(appointmentOf('case-manager', 'north')) };
}

/** Sends a call. Null where the server did not say what became of it: no answer, or one of its own failures. */
export async function send(base: string, call: Call): Promise<{ answer: Answer; etag: number; stage: string } | 'refused' | null> {
  try {
    const response = await fetch(`${base}${call.path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${call.token}`,
        'idempotency-key': call.key,
        ...(call.ifMatch === null ? {} : { 'if-match': `"${call.ifMatch}"` }),
      },
      body: JSON.stringify(call.body),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    if (response.status === 409 || response.status === 412) return 'refused';
    if (response.status >= 500) return null;
    if (!response.ok) throw new Unexpected(`${call.step} was answered ${response.status}: ${text}`);
    const view = JSON.parse(text) as { id: string; sequence: number; stage: string };
    const entry = Number(response.headers.get('entry-sequence') ?? Number.NaN);
    return { answer: { status: response.status, proceeding: view.id, entry }, etag: view.sequence, stage: view.stage };
  } catch (error) {
    if (error instanceof Unexpected) throw error;
    return null;
  }
}

class Unexpected extends Error {}

/** All clients together: what they called, and what they know. */
export class Crowd {
  readonly calls: Call[] = [];
  private readonly known: Known[] = [];
  private readonly tokens: Tokens;
  private readonly chance: () => number;

  constructor(tokens: Tokens, seed: number) {
    this.tokens = tokens;
    this.chance = chooser(seed);
  }

  /** `clients` of them, each with one call under way, until `ended` says so. */
  async load(base: string, clients: number, ended: () => boolean): Promise<void> {
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (!ended()) if (!(await this.one(base))) await new Promise((resolve) => setTimeout(resolve, 5));
      }),
    );
  }

  /** Every call since `from`, once more with its own key. Returns those whose answer changed or never came. */
  async repeat(base: string, from: number, clients: number): Promise<string[]> {
    const wrong: string[] = [];
    const queue = this.calls.slice(from).values();
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (const call of queue) {
          if (call.answer === 'refused') continue;
          const sent = await send(base, call);
          const now = sent === null || sent === 'refused' ? sent : sent.answer;
          if (now === null) wrong.push(`${call.step} ${call.key}: no answer`);
          else if (call.answer === null) call.answer = now;
          else if (JSON.stringify(now) !== JSON.stringify(call.answer)) wrong.push(`${call.step} ${call.key}: ${JSON.stringify(call.answer)}, then ${JSON.stringify(now)}`);
        }
      }),
    );
    for (const k of this.known) k.unsure = false;
    return wrong;
  }

  private async one(base: string): Promise<boolean> {
    const { call, on } = this.next();
    this.calls.push(call);
    const sent = await send(base, call);
    if (sent === null) {
      if (on !== null) on.unsure = true;
      return false;
    }
    call.answer = sent === 'refused' ? sent : sent.answer;
    if (sent === 'refused') return true;
    if (on === null) this.known.push({ id: sent.answer.proceeding, stage: sent.stage, sequence: sent.etag, unsure: false });
    else if (sent.etag > on.sequence) Object.assign(on, { sequence: sent.etag, stage: sent.stage });
    return true;
  }

  private next(): { call: Call; on: Known | null } {
    const sure = this.known.filter((k) => !k.unsure && k.stage !== 'done');
    // The youngest thirty are worked on, so that several clients meet at one proceeding.
    const on = sure.slice(-30)[Math.floor(this.chance() * Math.min(30, sure.length))] ?? null;
    const key = randomUUID();
    const call = (step: string, path: string, body: object, ifMatch: number | null, token: string): Call => ({ key, step, path, body, ifMatch, token, answer: null });
    if (on === null || this.chance() < 0.15) {
      return { call: call('start', '/api/small/repair', { text: key, district: districts.north }, null, this.tokens.specialist), on: null };
    }
    const step = this.choose(on.stage);
    const body = step === 'note' ? { text: key } : step === 'finish' ? { answer: key } : {};
    return { call: call(step, `/api/small/repair/${on.id}/${step}`, body, on.sequence, this.tokens.manager), on };
  }

  private choose(stage: string): string {
    const at = this.chance();
    if (stage === 'reported') return at < 0.3 ? 'take' : 'note';
    return at < 0.15 ? 'ask' : at < 0.2 ? 'finish' : 'note';
  }
}
