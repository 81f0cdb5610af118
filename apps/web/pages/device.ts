/** A browser's own name in words people use: `Firefox · Android`. Names of makers are the same in every language. */
const browsers = [['Edg', 'Edge'], ['YaBrowser', 'Yandex Browser'], ['OPR', 'Opera'], ['SamsungBrowser', 'Samsung Internet'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']] as const;
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['CrOS', 'ChromeOS'], ['Linux', 'Linux']] as const;

const nameIn = (known: readonly (readonly [string, string])[], text: string): string | null => known.find(([mark]) => text.includes(mark))?.[1] ?? null;

/** Null where nothing in it is known. */
export function deviceOf(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const parts = [nameIn(browsers, userAgent), nameIn(systems, userAgent)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
