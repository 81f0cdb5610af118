/** The number people call something by whose id is a UUID: its random end, in fours, as one reads it out on the telephone. Pure. */
export const numberOf = (id: string): string => id.replaceAll('-', '').slice(-12).toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
