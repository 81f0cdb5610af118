import { WrongSetting } from '../wrong-setting.ts';
import { wrongOutside } from '../tls/probe.ts';
import { fileOf } from '../tls/settings.ts';
import { needed, valueOf, type Command } from './command.ts';
import { say } from './open.ts';

/** For whoever sets up a proxy, or wants to see that nothing changed: exit code 1 where something is wrong. */
export const checkTlsCommand: Command = {
  usage: 'check-tls --address https://NAME [--plain-port 80] [--authority FILE]   what the address offers whoever connects',
  run: async (args) => {
    const text = needed(args, 'address', 'the https address to look at');
    const address = URL.canParse(text) ? new URL(text) : null;
    if (address?.protocol !== 'https:') throw new WrongSetting(`--address must begin with https://, not "${text}"`);
    const [plain, authority] = [Number(valueOf(args, 'plain-port') ?? 80), valueOf(args, 'authority')];
    const port = address.port === '' ? 443 : Number(address.port);
    const wrong = await wrongOutside({ name: address.hostname, port, plainPort: plain, authority: authority === undefined ? null : fileOf('--authority', authority) });
    for (const one of wrong) say(`WRONG: ${one}`);
    if (wrong.length === 0) say('TLS 1.2 and 1.3 alone, the newer preferred; no weak suite; a certificate that is trusted; nothing by plain http');
    else process.exitCode = 1;
  },
};
