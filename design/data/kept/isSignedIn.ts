/** To whom nobody signed in nothing is there: before a 404 is believed, it is asked whether one still is. */
import type { Call } from '../call.ts';

export const isSignedIn = async (call: Call): Promise<boolean> => (await call('/api/session')).ok;
