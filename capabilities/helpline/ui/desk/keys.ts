/** What a key does at the desk, by its place on the keyboard: the letters under it differ from layout to layout. Pure. */
export const routes = ['consult', 'route-case', 'route-agency', 'hand-over'] as const;
export type Route = (typeof routes)[number];

export type DeskAction =
  | { readonly do: 'move'; readonly by: 1 | -1 }
  | { readonly do: 'route'; readonly route: Route }
  | { readonly do: 'claim' | 'reply' | 'grade' | 'phone' | 'search' | 'keys' };

interface Press {
  readonly code: string;
  /** What it writes: where `?` and `/` are differs more than where letters are. */
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

export function actionOf(press: Press): DeskAction | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === '?') return { do: 'keys' };
  if (press.key === '/') return { do: 'search' };
  if (press.code === 'Slash') return { do: press.shiftKey ? 'keys' : 'search' };
  if (press.shiftKey) return null;
  const route = /^(?:Digit|Numpad)([1-4])$/.exec(press.code)?.[1];
  if (route !== undefined) return { do: 'route', route: routes[Number(route) - 1] ?? 'consult' };
  switch (press.code) {
    case 'KeyJ':
      return { do: 'move', by: 1 };
    case 'KeyK':
      return { do: 'move', by: -1 };
    case 'KeyC':
      return { do: 'claim' };
    case 'KeyR':
      return { do: 'reply' };
    case 'KeyG':
      return { do: 'grade' };
    case 'KeyP':
      return { do: 'phone' };
    default:
      return null;
  }
}
