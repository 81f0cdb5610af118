/** Danger is never only forwarded: not closed by a person, nor by itself when an agency has answered. */
import { beforeEach, describe, expect, it } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import type { AppealRecords } from '#cap/helpline/contract.ts';
import { directory } from '#kernel/access/lookup.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, without, type Done, type Memory } from '#kernel/procedures/testing.ts';
import { allCapabilities } from './capabilities.ts';

const monday = '2026-11-23T05:00:00.000Z';
const registered = registry(await allCapabilities());
const country = directory(demoDirectoryData(monday));
const home = country.data.districts.find((d) => country.data.organisations.some((o) => o.kind === 'guardianship-body' && o.district === d.code))?.code ?? '';
const school = country.data.organisations.find((o) => o.kind === 'school')?.id ?? '';

let world: Memory;
beforeEach(() => {
  world = memory(registered, country, monday);
});
const tries = (id: string, name: string, input: unknown = {}) => {
  const sitting = country.appointment(world.row(id).worker);
  if (sitting === undefined) throw new Error('no worker');
  return world.step(id, name, actorOf(sitting), input);
};
const does = (id: string, name: string, input: unknown = {}): Done => {
  const done = tries(id, name, input);
  if (isRefusal(done)) throw new Error(`${name} refused: ${done.code} ${JSON.stringify(done.fields ?? {})}`);
  for (const touched of done.touched) expect(world.faults(touched)).toEqual([]);
  return done;
};
const code = (done: ReturnType<Memory['step']>): string => (isRefusal(done) ? done.code : 'done');
const running = (id: string): string[] => world.deadlines(id).filter((d) => d.state === 'running').map((d) => d.key);
const said = (id: string): (string | undefined)[] => (world.records(id) as unknown as AppealRecords).talk.messages.map((m) => m.key);

function graded(category: string, urgency: string, who = 'child'): string {
  const done = world.start('helpline.appeal', without('anyone'), { text: 'көмек керек', channel: 'web', who });
  if (isRefusal(done)) throw new Error(done.code);
  does(done.id, 'claim');
  does(done.id, 'grade', { category, urgency });
  return done.id;
}
const summary = 'Нужна помощь';
const agency = (id: string, need: string): string =>
  does(id, 'route-agency', { need, district: home, summary, ...(need === 'school-bullying-protocol' ? { organisation: school } : {}) }).touched.find((t) => world.row(t).procedure.startsWith('referrals.')) ?? '';
const withCase = (id: string): Done => does(id, 'route-case', { district: home, children: [{ age: 10 }], summary });

describe('an appeal with danger that went to an agency alone', () => {
  it('owes a case within the hour, and says so when somebody wants to close it', () => {
    const id = graded('neglect', 'violence');
    agency(id, 'family-support');
    expect(running(id)).toContain('case-wanted');
    expect(code(tries(id, 'close', { answer: 'болды' }))).toBe('helpline.case-first');
    withCase(id);
    expect(running(id)).not.toContain('case-wanted');
    expect(code(tries(id, 'close', { answer: 'болды' }))).toBe('helpline.still-open');
  });

  it('does not close by itself when the agency answers', () => {
    const id = graded('neglect', 'violence');
    const referral = agency(id, 'family-support');
    does(referral, 'accept', {});
    does(referral, 'answer', { result: 'helped', summary: 'Помогли' });
    expect(world.row(id).stage).toBe('followed');
    expect(running(id)).toContain('case-wanted');
    expect(said(id)).not.toContain('helpline.says.closed-child');
  });

  it('of an adult victim ends without a case only when no child lives with her', () => {
    const id = graded('domestic-violence', 'violence', 'third-party');
    does(id, 'grade', { category: 'domestic-violence', urgency: 'violence', adultVictim: true });
    const referral = agency(id, 'family-support');
    does(referral, 'accept', {});
    does(referral, 'answer', { result: 'helped', summary: 'Помогли' });
    expect(code(tries(id, 'close', { answer: 'болды' }))).toBe('helpline.ask-about-children');
    does(id, 'close', { answer: 'болды', noChildren: true });
  });

  it('is judged again when it is graded again', () => {
    const id = graded('health', 'rights');
    agency(id, 'health');
    expect(running(id)).not.toContain('case-wanted');
    does(id, 'grade', { category: 'neglect', urgency: 'violence' });
    expect(running(id)).toContain('case-wanted');
    does(id, 'grade', { category: 'health', urgency: 'rights' });
    expect(running(id)).not.toContain('case-wanted');
  });

  it('is never closed as a talk', () => {
    expect(code(tries(graded('neglect', 'violence'), 'consult', { answer: 'кеңес' }))).toBe('helpline.danger-not-consulted');
  });
});

describe('where the school’s own protocol is the answer', () => {
  it('bullying goes to the school and needs no case, unless there is danger to life', () => {
    const id = graded('bullying', 'violence');
    agency(id, 'school-bullying-protocol');
    expect(running(id)).not.toContain('case-wanted');
    const worse = graded('bullying', 'danger');
    agency(worse, 'school-bullying-protocol');
    expect(running(worse)).toContain('case-wanted');
  });
});

describe('danger to life that an emergency service took', () => {
  const taken = (id: string): void => {
    does(id, 'hand-over', { service: '102', where: 'үй', what: 'соққы' });
    does(id, 'hand-over-taken', { name: 'Кезекші', incident: '1' });
  };
  it('still wants a case for a child who is known', () => {
    for (const who of ['child', 'third-party']) {
      const id = graded('threat-or-attack', 'danger', who);
      taken(id);
      does(id, 'route-agency', { need: 'psychologist', district: home, summary, ...(who === 'child' ? {} : { child: { age: 9 } }) });
      expect(running(id)).toContain('case-wanted');
      expect(code(tries(id, 'close', { answer: 'болды' }))).toBe('helpline.case-first');
    }
  });
  it('is enough while none is', () => {
    const id = graded('threat-or-attack', 'danger', 'third-party');
    taken(id);
    agency(id, 'psychologist');
    expect(running(id)).not.toContain('case-wanted');
    expect(code(tries(id, 'close', { answer: 'болды' }))).toBe('helpline.still-open');
  });
});
