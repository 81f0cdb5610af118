/** Whether an address is of the machine itself or of a network of one's own (RFC 1918, RFC 4193, link-local). */
import { BlockList, isIPv6 } from 'node:net';

const own = new BlockList();
for (const [network, bits] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['169.254.0.0', 16]] as const) own.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const) own.addSubnet(network, bits, 'ipv6');

/** False for what is no address. */
export function isOwnNetwork(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  try {
    return own.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
  } catch {
    return false;
  }
}
