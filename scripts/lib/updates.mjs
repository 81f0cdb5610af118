/** Releases of what we use, against the days within which an update is taken (docs/security.md). Pure. */
import { createHash } from 'node:crypto';

const dayMs = 86_400_000;

/** Numbers to compare, a release after its own previews; null where it is no version. */
function numbersOf(version) {
  const found = /^(\d+)\.(\d+)\.(\d+)(?:-([\w.-]+))?(?:\+.*)?$/.exec(version);
  if (found === null) return null;
  const [, major, minor, patch, preview] = found;
  return { line: major === '0' ? `0.${minor}` : major, preview: preview !== undefined, parts: [major, minor, patch, ...(preview === undefined ? ['~'] : preview.split('.'))] };
}

function compared(a, b) {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [x = '', y = ''] = [a[i], b[i]];
    if (x === y) continue;
    const [n, m] = [Number(x), Number(y)];
    if (x !== '' && y !== '' && !Number.isNaN(n) && !Number.isNaN(m)) return n - m;
    return x < y ? -1 : 1;
  }
  return 0;
}

/** Releases of the same line (of 0.x the minor is one) that are newer than `installed`, and since when. Previews count only for who uses one. */
export function newerThan(installed, times) {
  const own = numbersOf(installed);
  if (own === null || times?.[installed] === undefined) throw new Error(`the registry knows no release ${installed}`);
  return Object.entries(times)
    .map(([version, at]) => ({ version, at, of: numbersOf(version) }))
    .filter(({ of }) => of !== null && of.line === own.line && (own.preview || !of.preview) && compared(of.parts, own.parts) > 0)
    .map(({ version, at }) => ({ version, since: at.slice(0, 10) }))
    .sort((a, b) => (a.since < b.since ? -1 : 1));
}

/** What package.json names, as it is installed: alias, the package behind it, its version. */
export function installedOf(own, lock) {
  return Object.keys({ ...own.dependencies, ...own.devDependencies }).sort().map((alias) => {
    const found = lock.packages[`node_modules/${alias}`];
    return { alias, name: found.name ?? alias, version: found.version };
  });
}

/** Of what a record speaks: it stands for these versions and no others. */
export const fingerprint = (installed) => createHash('sha256').update(JSON.stringify(installed.map(({ name, version }) => `${name}@${version}`))).digest('hex');

/** `late`: what could have been updated for more than `days`. */
export function judge({ installed, timesOf, today, days }) {
  const late = installed.flatMap(({ name, version }) => {
    const [first] = newerThan(version, timesOf(name));
    return first !== undefined && (Date.parse(today) - Date.parse(first.since)) / dayMs > days ? [{ name, version, newer: first.version, since: first.since }] : [];
  });
  return { asked: today, of: fingerprint(installed), looked: installed.length, late };
}
