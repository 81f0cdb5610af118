import { beforeEach, describe, expect, it } from 'vitest';
import { plusMillis } from '#kernel/clock.ts';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { facts, type ContentRecords } from './contract.ts';
import { code, hour, monday, story, type Story } from './testing.ts';

const words = 'В чате учат, как не есть неделями';
const judged = (more: object = {}) => ({ matter: 'suicide', address: 'https://chat.example/room/7', harmful: true, offence: false, victim: false, finding: 'Calls to starve', ...more });

let s: Story;
const records = (id: string) => s.world.records(id) as unknown as ContentRecords;
const opened = (): string => s.routed('harmful-content', words).incident;
beforeEach(() => {
  s = story();
});

describe('harmful content', () => {
  it('goes to the information authority, is taken down within its time, looked for again, and closed; whoever brought it hears of it', () => {
    const { appeal, incident } = s.routed('harmful-content', words);
    expect(s.world.row(incident)).toMatchObject({ procedure: 'incidents.harmful-content', stage: 'received', role: 'content-inspector', district: s.home });
    expect(s.owed(incident)).toEqual(['stage:received']);
    expect(s.due(incident, 'stage:received')).toBe(plusMillis(monday, 24 * hour));
    s.does(incident, 'judge', judged());
    expect(s.world.row(incident)).toMatchObject({ stage: 'taking-down', label: 'chat.example' });
    expect(s.due(incident, 'stage:taking-down')).toBe(plusMillis(monday, 24 * hour));
    s.does(incident, 'order', { to: 'chat.example', number: '5' });
    s.does(incident, 'gone', { how: 'removed' });
    s.does(incident, 'still-there', { address: 'https://chat.example/room/8' });
    s.does(incident, 'gone', { how: 'blocked' });
    s.does(incident, 'confirm-gone', { confirmedBy: 'I looked from two networks' });
    expect(s.world.row(incident)).toMatchObject({ final: true, outcome: 'blocked' });
    expect(records(incident).content.orders).toHaveLength(1);
    expect(s.heard(appeal)).toEqual([{ name: facts.closed, data: { incident, kind: 'harmful-content', outcome: 'blocked' } }]);
  });

  it('not taken down in time goes to the Committee’s desk', () => {
    const id = opened();
    s.does(id, 'judge', judged());
    s.later(24 * hour);
    s.world.tick();
    expect(s.country.appointment(s.world.row(id).escalatedTo ?? '')?.role).toBe('committee-duty');
  });

  it('with signs of an offence or a known child is told to guardianship at once; the takedown does not wait, the closing does', () => {
    const id = opened();
    const { facts: left } = s.does(id, 'judge', judged({ matter: 'sexual', offence: true, victim: true, child: { name: 'Дана', age: 12 } }));
    expect(left).toEqual([{ name: facts.childAtRisk, proceeding: id }]);
    expect(s.world.row(id)).toMatchObject({ stage: 'taking-down', danger: 2 });
    expect(records(id).child).toMatchObject({ child: { name: 'Дана' }, safety: { state: 'at-risk' } });
    expect(s.due(id, 'child')).toBe(plusMillis(monday, 3 * hour));
    s.does(id, 'gone', { how: 'removed' });
    expect(code(s.step(id, 'confirm-gone', { confirmedBy: 'I' }))).toBe('incidents.child-first');
    expect(code(s.step(id, 'child-seen', { confirmedBy: 'I', words: 'x' }))).toBe('not-found');
    s.does(id, 'child-seen', { confirmedBy: 'The specialist', words: 'With her mother' }, s.as('guardianship-specialist'));
    s.does(id, 'confirm-gone', { confirmedBy: 'I' });
    expect(s.world.row(id).outcome).toBe('removed');
  });

  it('not harmful, but with a child harmed by it, is not closed', () => {
    const id = opened();
    s.does(id, 'judge', judged({ harmful: false, victim: true }));
    expect(s.world.row(id).stage).toBe('received');
    expect(code(s.step(id, 'judge', judged({ harmful: false })))).toBe('incidents.child-first');
  });

  it('not harmful closes so', () => {
    const id = opened();
    s.does(id, 'judge', judged({ harmful: false }));
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'not-harmful' });
  });

  it('goes to the police under a name and a number', () => {
    const id = opened();
    expect(code(s.step(id, 'pass-to-police', { officer: 'Duty officer' }))).toContain('/number');
    s.does(id, 'pass-to-police', { officer: 'Duty officer', number: 'КУИ 1' });
    expect(s.world.row(id).outcome).toBe('passed-to-police');
  });

  it('as cyberbullying is judged only after the expert group, in three working days or once in fifteen days from the same day', () => {
    const id = opened();
    expect(code(s.step(id, 'judge', judged({ matter: 'cyberbullying' })))).toBe('incidents.experts-first');
    s.does(id, 'ask-experts', { address: 'chat.example', question: 'Is it cyberbullying?' });
    expect(s.due(id, 'stage:with-experts')).toBe(endOfDay('2026-11-26'));
    s.later(24 * hour);
    s.does(id, 'extend', { why: 'A language expert is needed' });
    expect(s.due(id, 'stage:with-experts')).toBe(endOfDay('2026-12-08'));
    expect(code(s.step(id, 'extend', { why: 'more' }))).toBe('wrong-stage');
    s.does(id, 'judge', judged({ matter: 'cyberbullying' }));
    expect(s.world.row(id).stage).toBe('taking-down');
  });

  it('its address is not for guardianship; who reported it is not for the inspector', () => {
    const kinds = (role: 'content-inspector' | 'guardianship-specialist') => [...(s.world.registry.rules.get(role)?.kinds ?? [])].filter((k) => k.startsWith('incidents.harmful')).map((k) => k.split('/')[1]).sort();
    expect(kinds('content-inspector')).toEqual(['child', 'content', 'incident']);
    expect(kinds('guardianship-specialist')).toEqual(['child', 'incident', 'reporter']);
  });

  it('may be reported by who works with children, in a known district', () => {
    const report = { summary: words, district: s.home, address: 'https://chat.example/room', matter: 'suicide' };
    const { id } = s.must(s.world.start('incidents.harmful-content', s.as('police-inspector'), report));
    expect(s.world.row(id)).toMatchObject({ stage: 'received', label: 'chat.example', danger: 1 });
    expect(code(s.world.start('incidents.harmful-content', s.as('police-inspector'), { ...report, district: '000000000' }))).toBe('/district district.unknown');
  });
});
