/** Builds the web when what it is made of has changed; resolves to the build's exit code, 0 when there was nothing to do. */
export function ensureWeb(): Promise<number>;
