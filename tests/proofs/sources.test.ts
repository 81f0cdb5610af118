/** What no source of ours may do, whoever writes it: read from the sources themselves. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
const sources = ['kernel', 'capabilities', 'apps', 'design', 'scripts']
  .flatMap((folder) => filesIn(join(root, folder)))
  // What attacks the program (scripts/pentest.sh) is no part of it.
  .filter((path) => /\.(ts|tsx|mjs|html|css)$/.test(path) && !path.endsWith('pentest.mjs') && !/\.test\.tsx?$|[/\\]testing\.ts$/.test(path))
  .map((path) => ({ file: relative(root, path), text: readFileSync(path, 'utf8') }));
const browser = sources.filter(({ file }) => /^(apps\/web|design)\/|^capabilities\/[^/]+\/ui\//.test(file));

/** `file: what stands there`, but for files that may. */
const found = (pattern: RegExp, among = sources, allowed: readonly string[] = []): string[] =>
  among.filter(({ file }) => !allowed.includes(file)).flatMap(({ file, text }) => [...text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))].map((m) => `${file}: ${m[0].slice(0, 80)}`));

it('there are sources to look at, and a forbidden thing would be found', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(browser.length).toBeGreaterThan(80);
  expect(found(/createHash\(/).length).toBeGreaterThan(5);
});

describe('no source', () => {
  it('runs a text as a program', () => expect(found(/\beval\(|new Function\(|\bFunction\(|node:vm|set(?:Timeout|Interval)\(\s*['"`]/)).toEqual([]));

  it('makes a pattern of what somebody typed', () => {
    // The patterns of our own schemas, in a form and at the door.
    expect(found(/new RegExp\((?!question\.pattern,)|(?<!new )\bRegExp\(/, sources, ['kernel/procedures/schemas.ts'])).toEqual([]);
    expect(found(/new RegExp\(/, sources.filter(({ file }) => file === 'kernel/procedures/schemas.ts'))).toHaveLength(1);
  });

  it('puts markup into a page as it is, nor a script or a style into its words', () => {
    expect(found(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc/, browser)).toEqual([]);
    expect(found(/dangerouslySetInnerHTML|<script>|\son(?:click|load|error)="/)).toEqual([]);
    expect(found(/javascript:/i)).toEqual([]);
  });

  it('starts a shell, or a program but the database and our own', () => {
    expect(found(/\bexec(?:Sync|File|FileSync)?\(\s*['"`]|shell:\s*true/)).toEqual([]);
    const starters = sources.filter(({ text }) => text.includes('node:child_process')).map(({ file }) => file);
    expect(starters.sort()).toEqual(['apps/server/nightly.ts', 'kernel/db/postmaster.ts', 'scripts/lib/run.mjs', 'scripts/lib/vitest.mjs'].filter((file) => starters.includes(file)));
  });

  it('puts a value into SQL but as a parameter', () => {
    // But constants written in the same file; names of databases and passwords at their making, quoted by the driver; tables and columns of a list in the file itself, or quoted by the catalogue.
    const tables: Readonly<Record<string, RegExp>> = {
      'kernel/journal/rotate.ts': /^\$\{(?:of\.)?(?:table|id|wrapped|master)\}$/,
      'capabilities/children/store/index/copy.ts': /^\$\{table\}$/,
      'capabilities/children/store/index/register.ts': /^\$\{missing \? '[^'$]*' : ''\}$/,
      'apps/server/nation/load.ts': /^\$\{(?:tables\[key\]\.(?:name|columns)|freeze \? '[^'$]*' : '')\}$/,
      'kernel/backup/read.ts': /^\$\{(?:name|column|from\.columns\.join\(', '\))\}$/,
      'kernel/backup/write.ts': /^\$\{(?:name|columns\.join\(', '\))\}$/,
    };
    const constant = (hole: string, text: string): boolean => {
      const name = /^\$\{(\w+)\}$/.exec(hole)?.[1];
      return name !== undefined && new RegExp(`^const ${name} = (?:\\d|['"\`])`, 'm').test(text);
    };
    const quoted = (file: string, hole: string): boolean => (file === 'kernel/db/provision.ts' && /^\$\{(?:quoted|from)\}$/.test(hole)) || /^\$\{client\.escape(?:Literal|Identifier)\([\w.]+\)\}$/.test(hole);
    const sql = sources.filter(({ file }) => !file.startsWith('apps/web') && !file.startsWith('design')).flatMap(({ file, text }) =>
      [...text.matchAll(/`\s*(?:select|insert into|update|delete from|with|create|alter|drop|call|copy|grant|revoke|set|truncate)\s[^`]*`/gi)].flatMap(([statement]) =>
        /^`\s*(?:select|insert into|update|delete from|with|create|alter|drop|call|copy|grant|revoke|set|truncate)\s[\s\S]*(?:\bfrom\b|\bvalues\b|\bset\b|\brole\b|\bdatabase\b|\bselect\b)/i.test(statement)
          ? [...statement.matchAll(/\$\{[^}]*\}/g)].filter(([hole]) => !constant(hole, text) && !quoted(file, hole) && tables[file]?.test(hole) !== true).map(([hole]) => `${file}: ${hole}`) : []));
    expect(sql).toEqual([]);
    // Nor is one glued together with a plus.
    expect(found(/['"`](?:select|insert into|update|delete from)\s[^'"`]*['"`]\s*\+\s*(?!\s*['"`])/i)).toEqual([]);
  });

  it('turns off the check of a certificate', () => expect(found(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity|no-verify/)).toEqual([]));

  it('takes a hash, a keyed hash or a cipher but the chosen ones', () => {
    expect(found(/createHash\((?!'sha256'\))[^)]*\)/)).toEqual([]);
    expect(found(/createHmac\((?!'sha256',)[^,)]*/)).toEqual([]);
    expect(found(/create(?:Cipher|Decipher)(?:iv)?\((?!'aes-256-gcm',)[^,)]*/)).toEqual([]);
    expect(found(/pbkdf2|scrypt|createDiffieHellman|createECDH|publicEncrypt|privateDecrypt|generateKeyPair/)).toEqual([]);
    // The codes of authenticator applications are HMAC-SHA-1 (RFC 6238), and nothing else is.
    expect(found(/sha-?1\b/i).filter((line) => !line.startsWith('kernel/signin/totp.ts'))).toEqual([]);
    // Signatures: Ed25519 of the journal; ES256 of a push, which the services of browsers ask for.
    expect(found(/(?<![\w.])(?:sign|verify)\((?!null,|'sha256', )/, sources.filter(({ text }) => /import \{[^}]*\b(?:sign|verify)\b[^}]*\} from 'node:crypto'/.test(text)))).toEqual([]);
    expect([...new Set(found(/ieee-p1363|\balg: '/).map((line) => line.split(':')[0]))]).toEqual(['kernel/push/vapid.ts']);
    expect(found(/createSign|createVerify|\balg: '(?!ES256')/)).toEqual([]);
  });

  it('takes chance from elsewhere than the system', () => expect(found(/Math\.random|pseudoRandomBytes/)).toEqual([]));

  it('listens to another window, opens a socket, or keeps more in a browser than the language', () => {
    // But pages of our own, of one word that holds nothing: the device was locked.
    const told = sources.find(({ file }) => file === 'design/data/kept/tabs.ts')?.text ?? '';
    expect(told).toContain(`new BroadcastChannel('qorgan')`);
    expect(told.match(/postMessage\([^)]*\)/g)).toEqual(['postMessage(word)']);
    // And a page tells the worker, and nobody else, which language it speaks: so the worker can say its one sentence.
    expect(found(/postMessage|BroadcastChannel\(|addEventListener\(\s*['"]message['"]|new WebSocket|sessionStorage|document\.cookie/, sources, ['design/data/kept/tabs.ts'])).toEqual([
      'apps/web/offline/register.ts: postMessage', `apps/web/offline/worker.ts: addEventListener('message'`,
    ]);
    expect(sources.find(({ file }) => file === 'apps/web/offline/register.ts')?.text.match(/postMessage\([^)]*\)/g)).toEqual(['postMessage(language)']);
    // One worker, which keeps built files and sees no answer of the API.
    expect([...new Set(found(/serviceWorker/).map((line) => line.split(':')[0]))]).toEqual(['apps/web/offline/register.ts']);
    expect([...new Set(found(/\bcaches\./).map((line) => line.split(':')[0]))]).toEqual(['apps/web/offline/worker.ts']);
    const { text: worker = '' } = sources.find(({ file }) => file === 'apps/web/offline/worker.ts') ?? {};
    expect(worker.match(/\.(?:put|add|addAll)\([^)]*\)/g)).toEqual(['.addAll(shell.files)', '.put(base, page)', '.put(languageAt, new Response(word)']);
    expect(worker).toContain('if (isSpoken(word)) await (await caches.open(said)).put(');
    expect(worker.match(/respondWith\([^)]*\)/g)).toEqual(['respondWith(answer: Promise<Response>)', 'respondWith(pageOf(request)', 'respondWith(fileOf(request)']);
    // But what was taken along or waits for the network, sealed under a key that the browser does not give away.
    expect([...new Set(found(/indexedDB/).map((line) => line.split(':')[0]))]).toEqual(['design/data/kept/device.ts', 'design/data/kept/store.ts']);
    expect(found(/store\(\w+\)\.put\([^)]*\)/)).toEqual([
      'design/data/kept/device.ts: store(deviceNotes).put(note, openKey)', 'design/data/kept/device.ts: store(deviceNotes).put(true, leavingKey)', 'design/data/kept/shelf.ts: store(name).put(row)',
    ]);
    expect(found(/importKey\(|generateKey\(/).map((line) => line.split(':')[0])).toEqual(['design/data/kept/crypt.ts']);
    expect(found(/importKey\([^;]*, false, \[/)).toHaveLength(1);
    // Which language is spoken; and, in the demo alone, which roles have hidden their first steps.
    expect([...new Set(found(/localStorage/).map((line) => line.split(':')[0]))]).toEqual(['apps/web/pages/Tour.tsx', 'apps/web/texts/language.ts']);
  });

  it('asks anything of another house in a browser', () => {
    expect(found(/(?:src|href|action)=["'{`]+https?:/, sources.filter(({ file }) => file.startsWith('apps/web')))).toEqual([]);
    expect(found(/\b(?:fetch|EventSource|sendBeacon)\(\s*['"`]https?:/, browser)).toEqual([]);
    expect(found(/@import\s+["']?https?:|url\(\s*["']?https?:/)).toEqual([]);
  });

  it('holds a secret', () => expect(found(/-----BEGIN [A-Z ]*PRIVATE KEY|(?:password|secret|token|api_?key)['"]?\s*[:=]\s*['"][A-Za-z0-9+/=_-]{16,}['"]/i)).toEqual([]));
});

describe('what is installed', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };

  it('speaks neither XML, YAML, LDAP, GraphQL, templates nor a cache, and serialises nothing but JSON', () => {
    const never = /xml|xpath|yaml|ldap|imap|graphql|ejs|handlebars|mustache|pug|nunjucks|memcache|redis|latex|markdown|node-serialize|websocket|socket\.io|^ws$|sanitize/i;
    expect(Object.keys(dependencies).filter((name) => never.test(name))).toEqual([]);
  });

  it('sends letters in one place', () => expect(found(/from ['"]nodemailer/)).toEqual(["kernel/outgoing/mail.ts: from 'nodemailer"]));

  it('is pinned to one version each, and the lock names the content of all of it', () => {
    expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { integrity?: string; link?: boolean; inBundle?: boolean }> };
    const loose = Object.entries(packages).filter(([path, p]) => path !== '' && p.link !== true && p.inBundle !== true && !/^sha512-/.test(p.integrity ?? '')).map(([path]) => path);
    expect(loose).toEqual([]);
  });
});
