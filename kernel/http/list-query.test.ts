import { describe, expect, it } from 'vitest';
import { isRefusal } from '../problems/refusal.ts';
import { listQuery } from './list-query.ts';

const worker = '0190a0b0-0000-7000-8000-000000000001';
const where = (query: Record<string, unknown>): unknown => {
  const answer = listQuery(query);
  return isRefusal(answer) ? answer.fields?.[0]?.path : 'understood';
};

describe('the question for a list', () => {
  it('is for the own desk when nothing is said', () => {
    expect(listQuery({})).toEqual({ scope: 'desk', procedure: null, worker: null, danger: 0, raised: false });
  });

  it('takes a worker, and what of his', () => {
    expect(listQuery({ scope: 'district', worker, danger: '2', raised: 'true' })).toEqual({ scope: 'district', procedure: null, worker, danger: 2, raised: true });
  });

  it('refuses what it does not understand', () => {
    expect(where({ scope: 'world' })).toBe('/scope');
    expect(where({ worker: 'me' })).toBe('/worker');
    expect(where({ worker: [worker, worker] })).toBe('/worker');
    expect(where({ worker, danger: '9' })).toBe('/danger');
    expect(where({ worker, raised: 'yes' })).toBe('/raised');
    expect(where({ danger: '2' })).toBe('/worker');
    expect(where({ procedure: ['a', 'b'] })).toBe('/procedure');
  });
});
