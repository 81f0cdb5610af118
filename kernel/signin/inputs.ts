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
