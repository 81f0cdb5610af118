/** Certificates of a test's own authority (X.509, RFC 5280), written as DER by hand: no other program is needed. */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const tagged = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const n = body.length;
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts);
const octets = (...parts: readonly Buffer[]): Buffer => tagged(0x04, ...parts);
const bits = (body: Buffer): Buffer => tagged(0x03, Buffer.from([0]), body);
/** Objects by their DER, so that no table is needed. */
const oid = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const nameOf = (common: string): Buffer => sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(common)))));
const time = (at: string): Buffer => tagged(0x18, Buffer.from(`${at.replace(/[-:T]|\.\d+/g, '')}`));
const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), octets(value));
const yes = tagged(0x01, Buffer.from([0xff]));

export interface Made {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
}

export interface Authority extends Made {
  /** A certificate for names of hosts (or of a login: `common`), valid from and to. */
  issue(of: { common?: string; names?: readonly string[]; addresses?: readonly string[]; from?: string; to?: string; authority?: boolean }): Authority;
}

const pem = (der: Buffer): string => `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
const always = { from: '2020-01-01T00:00:00Z', to: '2049-01-01T00:00:00Z' };

function make(issuer: { name: string; key: KeyObject } | null, of: Parameters<Authority['issue']>[0]): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { common = of.names?.[0] ?? 'nobody', names = [], addresses = [], from = always.from, to = always.to, authority = false } = of;
  const signer = issuer ?? { name: common, key: privateKey };
  const alternatives = [...names.map((name) => tagged(0x82, Buffer.from(name))), ...addresses.map((address) => tagged(0x87, Buffer.from(address.split('.').map(Number))))];
  const extensions = [
    ...(authority ? [sequence(oid('551d13'), yes, octets(sequence(yes))), extension('551d0f', Buffer.from([3, 2, 2, 4]))] : []),
    ...(alternatives.length === 0 ? [] : [extension('551d11', sequence(...alternatives))]),
  ];
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))), tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])), ecdsaWithSha256, nameOf(signer.name), sequence(time(from), time(to)), nameOf(common),
    publicKey.export({ type: 'spki', format: 'der' }), ...(extensions.length === 0 ? [] : [tagged(0xa3, sequence(...extensions))]),
  );
  const cert = pem(sequence(body, ecdsaWithSha256, bits(sign('sha256', body, signer.key))));
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), issue: (next) => make({ name: common, key: privateKey }, next) };
}

export const authority = (common: string): Authority => make(null, { common, authority: true });
