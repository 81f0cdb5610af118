/** A login one chooses: what can be typed on any keyboard, so that a strange computer keeps nobody out. */
export const loginShape = /^[a-z0-9](?:[a-z0-9._@-]{1,62})[a-z0-9]$/;

/** `login` as normalLogin gives it. */
export const isLogin = (login: string): boolean => loginShape.test(login);
