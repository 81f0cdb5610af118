/** What signing in takes, as schemas: checked by the server, published in the document of the interface. */
import { Type, type Static } from 'typebox';
import { longest } from './password.ts';

const secret = (most: number) => Type.String({ minLength: 1, maxLength: most });
/** Bytes may be more than letters; what is longer than any password of ours is none. */
const password = secret(longest * 4);
const code = secret(40);

export const SignInInput = Type.Object({ login: secret(200), password, code }, { additionalProperties: false });
export type SignInInput = Static<typeof SignInInput>;

export const StepUpInput = Type.Object({ password, code }, { additionalProperties: false });
export type StepUpInput = Static<typeof StepUpInput>;

export const SwitchInput = Type.Object({ appointment: Type.String({ format: 'uuid' }) }, { additionalProperties: false });
export type SwitchInput = Static<typeof SwitchInput>;

const link = secret(100);
export const LookInput = Type.Object({ link }, { additionalProperties: false });
export type LookInput = Static<typeof LookInput>;

export const AcceptInput = Type.Object({ link, login: secret(200), password, code }, { additionalProperties: false });
export type AcceptInput = Static<typeof AcceptInput>;

const appointment = Type.String({ format: 'uuid' });
/** For who signs in through the organisation: only its hash is kept. */
const iin = Type.Optional(Type.String({ pattern: /^\d{12}$/.source }));
export const InviteInput = Type.Union([
  Type.Object({ appointment, iin }, { additionalProperties: false }),
  Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 400, pattern: /\S/.source }),
      role: Type.String({ minLength: 1, maxLength: 60 }),
      organisation: Type.Optional(Type.String({ format: 'uuid' })),
      iin,
      phone: Type.Optional(Type.String({ minLength: 3, maxLength: 40 })),
    },
    { additionalProperties: false },
  ),
]);
export type InviteInput = Static<typeof InviteInput>;

export const LockInput = Type.Object({ appointment, locked: Type.Boolean() }, { additionalProperties: false });
export type LockInput = Static<typeof LockInput>;

export const NoInput = Type.Object({}, { additionalProperties: false });

/** `response`: what the browser made of the options (RegistrationResponseJSON, AuthenticationResponseJSON of WebAuthn). */
export const PasskeyInput = Type.Object(
  { ceremony: secret(100), response: Type.Object({ id: secret(2000), response: Type.Object({}) }) },
  { additionalProperties: false },
);
export type PasskeyInput = Static<typeof PasskeyInput>;

/** `link`: the invitation one came with; it is bound to the identity and used up. */
export const OrganisationInput = Type.Object({ link: Type.Optional(link) }, { additionalProperties: false });
export type OrganisationInput = Static<typeof OrganisationInput>;
