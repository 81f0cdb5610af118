import { expect, test } from 'vitest';
import { actionOf } from './keys.ts';

const press = (code: string, more: Partial<Parameters<typeof actionOf>[0]> = {}) =>
  actionOf({ code, key: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

test('the keys of the desk', () => {
  expect(press('KeyJ')).toEqual({ do: 'move', by: 1 });
  expect(press('KeyK')).toEqual({ do: 'move', by: -1 });
  expect(press('KeyC')).toEqual({ do: 'claim' });
  expect(['Digit1', 'Digit2', 'Digit3', 'Numpad4'].map((code) => press(code))).toEqual(
    ['consult', 'route-case', 'route-agency', 'hand-over'].map((route) => ({ do: 'route', route })),
  );
  expect(press('Slash')).toEqual({ do: 'search' });
  expect(press('Slash', { shiftKey: true })).toEqual({ do: 'keys' });
  // Where people type Russian, ? is over 7 and / over the backslash.
  expect(press('Digit7', { key: '?', shiftKey: true })).toEqual({ do: 'keys' });
  expect(press('Backslash', { key: '/', shiftKey: true })).toEqual({ do: 'search' });
});

test('what the browser or the person means otherwise stays theirs', () => {
  expect(press('KeyC', { ctrlKey: true })).toBeNull();
  expect(press('KeyR', { metaKey: true })).toBeNull();
  expect(press('Digit1', { shiftKey: true })).toBeNull();
  expect(press('KeyQ')).toBeNull();
});
