import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { forgetAll } from './forget.ts';

it('keeps nothing of what was read once nobody is signed in', () => {
  const client = new QueryClient();
  client.setQueryData(['read', '/api/session', 'kk'], null);
  client.setQueryData(['read', '/api/proceedings/1', 'kk'], { narrative: 'x' });
  client.setQueryData(['pick', '/api/children/search'], []);
  client.setQueryData(['receipt', '1'], {});
  const door = new QueryObserver(client, { queryKey: ['read', '/api/session/organisation'], enabled: false });
  const leave = door.subscribe(() => undefined);
  forgetAll(client, '/api/session');
  const left = client.getQueryCache().getAll().map((query) => query.queryKey[1]);
  expect(left.sort()).toEqual(['/api/session', '/api/session/organisation']);
  leave();
});
