/** Changes that whoever owns the database could make. Each takes a journal in memory, changes it, and says what it was about. */
import { createHash, randomUUID } from 'node:crypto';
import { canonical } from '#kernel/journal/canonical.ts';
import { journalSigner, signCheckpoint } from '#kernel/journal/checkpoint.ts';
import { hashHeader } from '#kernel/journal/entry.ts';
import type { NoteSigner } from '#kernel/journal/note.ts';
import { headerOf, rechain, releaf, resign, setHeader } from './rebuild.ts';
import type { Entry, Event, Leaf, Look, State } from './state.ts';

/** What was touched: a fault names the change when it names any of it. */
export interface About {
  readonly entries?: readonly string[];
  readonly looks?: readonly number[];
  readonly events?: readonly number[];
  readonly leaves?: readonly number[];
  readonly checkpoints?: readonly number[];
}

interface Forge {
  readonly state: State;
  /** Under the newest checkpoint that is held; only these are changed. */
  readonly under: number;
  readonly chance: () => number;
  /** The key of the journal, as if it had been stolen. */
  readonly stolen: NoteSigner;
}
type Change = (forge: Forge) => About;

const pick = <T>(chance: () => number, from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
const leavesUnder = (f: Forge, kind: 'entry' | 'look' | 'event'): Leaf[] => f.state.leaf.filter((l) => l.number < f.under && l[kind] !== null);
const anEntry = (f: Forge, fits: (e: Entry) => boolean = () => true): { entry: Entry; leaf: Leaf } => {
  const byId = new Map(f.state.entry.map((e) => [e.id, e]));
  const leaf = pick(f.chance, leavesUnder(f, 'entry').filter((l) => fits(byId.get(l.entry!)!)));
  return { entry: byId.get(leaf.entry!)!, leaf };
};
const aLook = (f: Forge): { look: Look; leaf: Leaf } => {
  const leaf = pick(f.chance, leavesUnder(f, 'look'));
  return { look: f.state.look.find((l) => l.id === leaf.look)!, leaf };
};
const anEvent = (f: Forge): { event: Event; leaf: Leaf } => {
  const leaf = pick(f.chance, leavesUnder(f, 'event'));
  return { event: f.state.security_event.find((v) => v.id === leaf.event)!, leaf };
};
const without = <T>(rows: T[], row: T): T[] => rows.filter((r) => r !== row);
const earlier = (f: Forge, at: string): string => new Date(Date.parse(at) - 1 - Math.floor(f.chance() * 90 * 86_400_000)).toISOString();
const columnTime = (at: string): string => at.replace('Z', '000Z');
const ofEntry = ({ entry, leaf }: { entry: Entry; leaf: Leaf }): About => ({ entries: [entry.id], leaves: [leaf.number] });
const ofLook = ({ look, leaf }: { look: Look; leaf: Leaf }): About => ({ looks: [look.id], leaves: [leaf.number] });
const ofEvent = ({ event, leaf }: { event: Event; leaf: Leaf }): About => ({ events: [event.id], leaves: [leaf.number] });
const newHeader = (f: Forge, entry: Entry): void => {
  const header = headerOf(entry);
  pick(f.chance, [
    () => setHeader(entry, { danger: (header.danger + 1) % 4 }), () => setHeader(entry, { step: `${header.step}x` }), () => setHeader(entry, { role: 'operator' === header.role ? 'clock' : 'operator' }),
    () => setHeader(entry, { appointment: randomUUID() }), () => setHeader(entry, { outcome: 'false-report' }), () => setHeader(entry, { to: 'closed' }), () => setHeader(entry, { region: 'KZ-00' }),
  ])();
};
const newPayload = (f: Forge, entry: Entry): void => {
  const bytes = Buffer.from(entry.payload, 'base64');
  bytes[Math.floor(f.chance() * bytes.length)]! ^= 1 << Math.floor(f.chance() * 8);
  entry.payload = bytes.toString('base64');
};
const newLook = (f: Forge, look: Look): void => {
  pick(f.chance, [
    () => (look.person = randomUUID()), () => (look.appointment = null), () => (look.target = randomUUID()), () => (look.route += '/'), () => (look.found = (look.found ?? 0) + 1),
    () => (look.role = look.role === 'clock' ? 'anyone' : 'clock'), () => (look.what = look.what === 'list' ? 'search' : 'list'), () => (look.at = columnTime(earlier(f, look.at))),
    () => (look.break_glass = look.break_glass === null ? randomUUID() : null), () => (look.purpose = look.purpose === null ? 'complaint' : null),
  ])();
};
const newEvent = (f: Forge, event: Event): void => {
  pick(f.chance, [
    () => (event.what = event.what === 'signed-in' ? 'sign-in-failed' : 'signed-in'), () => (event.person = randomUUID()), () => (event.by_person = randomUUID()), () => (event.address = '198.51.100.1'),
    () => (event.way = event.way === 'console' ? null : 'console'), () => (event.at = columnTime(earlier(f, event.at))),
  ])();
};
/** One entry or look, in one of the ways above: what a forger wants to have otherwise. */
const falsify = (f: Forge): { about: About; proceeding: string | null } => {
  if (f.chance() < 0.3) {
    const found = aLook(f);
    newLook(f, found.look);
    return { about: ofLook(found), proceeding: null };
  }
  const found = anEntry(f);
  pick(f.chance, [
    () => newHeader(f, found.entry),
    () => {
      newPayload(f, found.entry);
      setHeader(found.entry, { payload: createHash('sha256').update(Buffer.from(found.entry.payload, 'base64')).digest('hex') });
    },
    () => {
      const at = earlier(f, found.entry.at);
      setHeader(found.entry, { at });
      found.entry.at = columnTime(at);
    },
  ])();
  return { about: ofEntry(found), proceeding: found.entry.proceeding };
};
/** One that never was, put among the others. */
const forgery = (f: Forge, after: Entry): Entry => {
  const entry = { ...after, id: randomUUID() };
  setHeader(entry, { id: entry.id });
  entry.hash = hashHeader(entry.header);
  f.state.entry.push(entry);
  return entry;
};
const otherKey = journalSigner(Buffer.alloc(32, 66));
/** Another key under the true one's name. */
const signers = (f: Forge): readonly NoteSigner[] => [otherKey, { ...otherKey, name: f.stolen.name, id: f.stolen.id }, f.stolen];
/** How far a forger goes to make his change fit. */
const depths: Readonly<Record<string, (f: Forge, proceeding: string | null) => void>> = {
  'the chain': (f, p) => {
    if (p !== null) rechain(f.state, p);
  },
  'the chain and the leaves': (f, p) => {
    if (p !== null) rechain(f.state, p);
    releaf(f.state);
  },
  'all, by another key': (f, p) => {
    if (p !== null) rechain(f.state, p);
    releaf(f.state);
    resign(f.state, pick(f.chance, signers(f).slice(0, 2)));
  },
  'all, by the stolen key': (f, p) => {
    if (p !== null) rechain(f.state, p);
    releaf(f.state);
    resign(f.state, f.stolen);
  },
};
const atEveryDepth = (name: string, change: (f: Forge) => { about: About; proceeding: string | null }): Record<string, Change> =>
  Object.fromEntries(Object.entries(depths).map(([how, mend]): [string, Change] => [`${name}, mending ${how}`, (f) => {
    const { about, proceeding } = change(f);
    mend(f, proceeding);
    return about;
  }]));
const removeEntry = (f: Forge, { entry, leaf }: { entry: Entry; leaf: Leaf }): void => {
  f.state.entry = without(f.state.entry, entry);
  f.state.leaf = without(f.state.leaf, leaf);
};

export const changes: Readonly<Record<string, Change>> = {
  'edit a header': (f) => {
    const found = anEntry(f);
    newHeader(f, found.entry);
    return ofEntry(found);
  },
  'edit a header and its hash': (f) => {
    const found = anEntry(f);
    newHeader(f, found.entry);
    found.entry.hash = hashHeader(found.entry.header);
    return ofEntry(found);
  },
  'change a bit of a payload': (f) => {
    const found = anEntry(f);
    newPayload(f, found.entry);
    return ofEntry(found);
  },
  'exchange two payloads': (f) => {
    const [a, b] = [anEntry(f), anEntry(f)];
    if (a.entry === b.entry) newPayload(f, a.entry);
    else [a.entry.payload, b.entry.payload] = [b.entry.payload, a.entry.payload];
    return { entries: [a.entry.id, b.entry.id] };
  },
  'write a header anew that says the same': (f) => {
    const found = anEntry(f);
    found.entry.header = found.entry.header.replace(',', ', ');
    return ofEntry(found);
  },
  'change a column of an entry': (f) => {
    const found = anEntry(f);
    const { entry } = found;
    pick(f.chance, [
      () => (entry.at = columnTime(earlier(f, entry.at))), () => (entry.sequence += 1 + Math.floor(f.chance() * 3)), () => (entry.prev = entry.hash), () => (entry.hash = entry.prev),
      () => (entry.proceeding = pick(f.chance, f.state.proceeding.filter((p) => p.id !== entry.proceeding)).id),
    ])();
    return ofEntry(found);
  },
  'edit a look': (f) => {
    const found = aLook(f);
    newLook(f, found.look);
    return ofLook(found);
  },
  'edit a security event': (f) => {
    const found = anEvent(f);
    newEvent(f, found.event);
    return ofEvent(found);
  },
  'delete a security event': (f) => {
    const found = anEvent(f);
    f.state.security_event = without(f.state.security_event, found.event);
    return ofEvent(found);
  },
  ...atEveryDepth('falsify', falsify),
  ...atEveryDepth('falsify a security event', (f) => {
    const found = anEvent(f);
    newEvent(f, found.event);
    return { about: ofEvent(found), proceeding: null };
  }),
  ...atEveryDepth('delete a security event with its leaf', (f) => {
    const found = anEvent(f);
    f.state.security_event = without(f.state.security_event, found.event);
    f.state.leaf = without(f.state.leaf, found.leaf);
    return { about: ofEvent(found), proceeding: null };
  }),
  'delete an entry': (f) => {
    const found = anEntry(f);
    f.state.entry = without(f.state.entry, found.entry);
    return ofEntry(found);
  },
  'delete a look': (f) => {
    const found = aLook(f);
    f.state.look = without(f.state.look, found.look);
    return ofLook(found);
  },
  'delete a leaf': (f) => {
    const leaf = pick(f.chance, f.state.leaf.filter((l) => l.number < f.under));
    f.state.leaf = without(f.state.leaf, leaf);
    return { leaves: [leaf.number] };
  },
  ...atEveryDepth('delete an entry with its leaf', (f) => {
    const found = anEntry(f);
    removeEntry(f, found);
    return { about: ofEntry(found), proceeding: found.entry.proceeding };
  }),
  ...atEveryDepth('delete a look with its leaf', (f) => {
    const found = aLook(f);
    f.state.look = without(f.state.look, found.look);
    f.state.leaf = without(f.state.leaf, found.leaf);
    return { about: ofLook(found), proceeding: null };
  }),
  ...atEveryDepth('cut the end of a chain', (f) => {
    const ends = new Map(f.state.proceeding.map((p) => [p.id, p.sequence]));
    const found = anEntry(f, (e) => e.sequence === ends.get(e.proceeding));
    removeEntry(f, found);
    return { about: ofEntry(found), proceeding: found.entry.proceeding };
  }),
  ...atEveryDepth('take two entries of a proceeding in the other order', (f) => {
    const a = anEntry(f, (e) => e.sequence > 1);
    const b = f.state.entry.find((e) => e.proceeding === a.entry.proceeding && e.sequence === a.entry.sequence - 1)!;
    [a.entry.sequence, b.sequence] = [b.sequence, a.entry.sequence];
    setHeader(a.entry, { sequence: a.entry.sequence });
    setHeader(b, { sequence: b.sequence });
    return { about: { entries: [a.entry.id, b.id], leaves: [a.leaf.number] }, proceeding: a.entry.proceeding };
  }),
  ...atEveryDepth('put an entry in', (f) => {
    const found = anEntry(f);
    const fresh = forgery(f, found.entry);
    for (const leaf of f.state.leaf) if (leaf.number > found.leaf.number) leaf.number += 1;
    f.state.leaf.push({ number: found.leaf.number + 1, entry: fresh.id, look: null, event: null, salt: null, hash: '00'.repeat(32) });
    return { about: { entries: [found.entry.id, fresh.id], leaves: [found.leaf.number + 1] }, proceeding: found.entry.proceeding };
  }),
  'fork a chain beside the tree': (f) => {
    const found = anEntry(f);
    return { entries: [forgery(f, found.entry).id] };
  },
  'exchange two leaves': (f) => {
    const [a, b] = [anEntry(f).leaf, aLook(f).leaf];
    const about = { leaves: [a.number, b.number] };
    [a.number, b.number] = [b.number, a.number];
    if (f.chance() < 0.5) resign(f.state, pick(f.chance, signers(f)));
    return about;
  },
  'change what a leaf says': (f) => {
    const { leaf } = f.chance() < 0.5 ? anEntry(f) : aLook(f);
    const other = leaf.entry === null ? aLook(f).leaf : anEntry(f, (e) => e.id !== leaf.entry).leaf;
    if (leaf.salt !== null && f.chance() < 0.5) leaf.salt = '11'.repeat(16);
    else if (f.chance() < 0.5 || other === leaf) leaf.hash = createHash('sha256').update(leaf.hash).digest('hex');
    else [leaf.entry, leaf.look, other.entry, other.look] = [other.entry, other.look, leaf.entry, leaf.look];
    return { leaves: [leaf.number] };
  },
  'cut the end of the tree': (f) => {
    const from = Math.floor(f.chance() * f.under);
    const gone = f.state.leaf.filter((l) => l.number >= from);
    f.state.leaf = f.state.leaf.filter((l) => l.number < from);
    f.state.checkpoint = f.state.checkpoint.filter((c) => c.size <= from);
    if (f.chance() < 0.5) {
      const ids = new Set(gone.map((l) => l.entry ?? l.look));
      const touched = new Set(f.state.entry.filter((e) => ids.has(e.id)).map((e) => e.proceeding));
      f.state.entry = f.state.entry.filter((e) => !ids.has(e.id));
      f.state.look = f.state.look.filter((l) => !ids.has(l.id));
      const events = new Set(gone.map((l) => l.event));
      f.state.security_event = f.state.security_event.filter((v) => !events.has(v.id));
      for (const proceeding of touched) rechain(f.state, proceeding);
    }
    return { leaves: Array.from({ length: f.under - from }, (_, i) => from + i) };
  },
  'sign another tree of the same size': (f) => {
    const c = pick(f.chance, f.state.checkpoint.filter((x) => x.size <= f.under));
    c.note = signCheckpoint({ size: c.size, root: createHash('sha256').update(canonical(c)).digest() }, pick(f.chance, signers(f)));
    return { checkpoints: [c.size] };
  },
  'damage or remove a checkpoint': (f) => {
    const c = pick(f.chance, f.state.checkpoint.filter((x) => x.size <= f.under));
    if (f.chance() < 0.5) f.state.checkpoint = without(f.state.checkpoint, c);
    else c.note = c.note.replace(/[A-Za-z0-9+/](?=[A-Za-z0-9+/]{20}=*\n$)/, (x) => (x === 'A' ? 'B' : 'A'));
    return { checkpoints: [c.size] };
  },
};
