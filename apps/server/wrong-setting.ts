/** A setting that is wrong, named in one line; the program then does not start. */
export class WrongSetting extends Error {}
