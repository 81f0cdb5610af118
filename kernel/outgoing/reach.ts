/** How far an internet address reaches: the world, a network of our own, this machine, or nowhere that a program of ours has business. Pure. */
import { BlockList, isIP } from 'node:net';

export type Reach = 'world' | 'inside' | 'machine' | 'never';

const list = (family: 'ipv4' | 'ipv6', nets: readonly string[]): BlockList => {
  const found = new BlockList();
  for (const net of nets) {
    const [address = '', bits = ''] = net.split('/');
    found.addSubnet(address, Number(bits), family);
  }
  return found;
};

/** Of the registries of special addresses (IANA, RFC 6890); and where clouds answer machines about themselves. */
const never4 = list('ipv4', [
  '0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
  '100.100.100.200/32', '168.63.129.16/32',
]);
const machine4 = list('ipv4', ['127.0.0.0/8']);
const inside4 = list('ipv4', ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16']);
/** What is not here is no address of the world: translated, tunnelled, of a link, of documents. */
const world6 = list('ipv6', ['2000::/3']);
const never6 = list('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', 'fd00:ec2::254/128']);
const inside6 = list('ipv6', ['fc00::/7']);

function reach4(address: string): Reach {
  if (never4.check(address, 'ipv4')) return 'never';
  if (machine4.check(address, 'ipv4')) return 'machine';
  return inside4.check(address, 'ipv4') ? 'inside' : 'world';
}

/** `::ffff:7f00:1` and `::ffff:127.0.0.1` → `127.0.0.1`; null where it is no such address. Compressed as URL writes it. */
function mapped(address: string): string | null {
  const text = new URL(`http://[${address}]`).hostname;
  const found = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(text);
  if (found === null) return null;
  const [high, low] = [parseInt(found[1] ?? '', 16), parseInt(found[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** `address`: as a resolver gives it. What is no address reaches nothing. */
export function reachOf(address: string): Reach {
  const family = isIP(address);
  if (family === 4) return reach4(address);
  // A zone (`fe80::1%eth0`) is of a link alone.
  if (family !== 6 || address.includes('%')) return 'never';
  const inner = mapped(address);
  if (inner !== null) return reach4(inner);
  if (new URL(`http://[${address}]`).hostname === '[::1]') return 'machine';
  if (never6.check(address, 'ipv6')) return 'never';
  if (inside6.check(address, 'ipv6')) return 'inside';
  return world6.check(address, 'ipv6') ? 'world' : 'never';
}
