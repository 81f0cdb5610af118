/** Letters, by the one mail server that a setting names. Plain text, to one address each, by TLS alone but on this machine in the demo. */
import { createTransport } from 'nodemailer';

export interface MailPlace {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps), or by STARTTLS, without which nothing is said; `none`: on this machine, in the demo. */
  readonly tls: 'first' | 'started' | 'none';
  readonly user: string | null;
  readonly password: string | null;
  readonly from: string;
}
export interface Mailed {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
/** Resolves when the server has taken the letter. */
export type Mail = (letter: Mailed) => Promise<void>;

/** ms: to be greeted; and for an answer, which a server that looks through each letter may take minutes to give (RFC 5321, 4.5.3.2.6). */
const patience = { greeting: 15_000, answer: 600_000 } as const;

/** The server refused this letter for good: no such box, or a full one. Everything else may be better in a while. */
export const refusedForGood = (error: unknown): boolean => {
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  return typeof code === 'number' && code >= 500 && code < 600;
};

export function mailer({ host, port, tls, user, password, from }: MailPlace): Mail {
  const transport = createTransport({
    host, port, secure: tls === 'first', requireTLS: tls === 'started', ignoreTLS: tls === 'none',
    ...(user === null || password === null ? {} : { auth: { user, pass: password } }),
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: patience.greeting, greetingTimeout: patience.greeting, socketTimeout: patience.answer,
    disableFileAccess: true, disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    // As an object and not as a line: what is typed into the form is one address, whatever signs stand in it.
    await transport.sendMail({ from, to: { name: '', address: to }, subject, text, headers: { 'auto-submitted': 'auto-generated' } });
  };
}
