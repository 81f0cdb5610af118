import { expect, it } from 'vitest';
import { isOwnNetwork } from './network.ts';

it.each(['127.0.0.1', '127.9.9.9', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.1.1', '::1', '::ffff:10.1.2.3', 'fd00::1', 'fe80::1'])('%s is of one’s own network', (address) => expect(isOwnNetwork(address)).toBe(true));

it.each(['8.8.8.8', '172.32.0.1', '192.0.2.1', '::ffff:8.8.8.8', '2001:db8::1', '', 'localhost', '10.0.0.1, 8.8.8.8'])('%s is not', (address) => expect(isOwnNetwork(address)).toBe(false));
