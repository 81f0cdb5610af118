/** Letters to a mail server that speaks the least of SMTP, and notes what it heard. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { mailer, type MailPlace } from './mail.ts';

let server: Server | null = null;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  server?.close();
  if (server !== null) await once(server, 'close');
  server = null;
});

/** `refuses`: the command that is answered with 550. */
async function listening(refuses = ''): Promise<{ readonly heard: string[]; readonly port: number }> {
  const heard: string[] = [];
  server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    let inData = false;
    let rest = '';
    socket.write('220 here\r\n');
    socket.on('data', (bytes) => {
      rest += bytes.toString();
      for (let at = rest.indexOf('\r\n'); at >= 0; at = rest.indexOf('\r\n')) {
        const line = rest.slice(0, at);
        rest = rest.slice(at + 2);
        heard.push(line);
        if (inData) {
          if (line !== '.') continue;
          inData = false;
          socket.write('250 taken\r\n');
        } else if (refuses !== '' && line.startsWith(refuses)) socket.write('550 no\r\n');
        else if (line === 'DATA') {
          inData = true;
          socket.write('354 go on\r\n');
        } else socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { heard, port: (server.address() as AddressInfo).port };
}
const place = (port: number, more: Partial<MailPlace> = {}): MailPlace => ({ host: '127.0.0.1', port, tls: 'none', user: null, password: null, from: 'qorgan@example.kz', ...more });
const letter = { to: 'aigul@example.kz', subject: 'Қорған: бүгінгі істеріңіз', text: 'Қайырлы таң!\n' };

describe('a letter', () => {
  it('is plain text to one address, and done when the server has taken it', async () => {
    const { heard, port } = await listening();
    await mailer(place(port))(letter);
    expect(heard.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<aigul@example.kz>']);
    const whole = heard.join('\n');
    expect(whole).toContain('Content-Type: text/plain; charset=utf-8');
    expect(whole).toContain('Auto-Submitted: auto-generated');
    expect(Buffer.from(/\n\n([A-Za-z0-9+/=\n]+)\n\./.exec(whole)?.[1] ?? '', 'base64').toString()).toContain('Қайырлы таң!');
  });

  it('that the server does not take is no letter', async () => {
    const { port } = await listening('RCPT');
    await expect(mailer(place(port))(letter)).rejects.toThrow();
  });

  it('is not spoken in the clear where TLS was asked for', async () => {
    const { heard, port } = await listening('STARTTLS');
    await expect(mailer(place(port, { tls: 'started', user: 'u', password: 'secret' }))(letter)).rejects.toThrow();
    expect(heard.some((line) => /^(?:AUTH|MAIL|RCPT|DATA)/.test(line))).toBe(false);
  });

  it('goes to nobody else, whatever stands in the address', async () => {
    const { heard, port } = await listening();
    await mailer(place(port))({ ...letter, to: 'a@example.kz,b@example.kz' }).catch(() => undefined);
    await mailer(place(port))({ ...letter, to: 'a@example.kz\r\nRCPT TO:<b@example.kz>' }).catch(() => undefined);
    expect(heard.filter((line) => line.startsWith('RCPT') && line.includes('<b@example.kz>'))).toEqual([]);
  });
});
