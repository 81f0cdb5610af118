/** Characters that no page may hold (HTML forbids them), and halves of a pair of surrogates. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

/** Text without what neither a page nor the database can hold. Nothing one can see is lost. */
export const cleanText = (text: string): string => text.toWellFormed().replace(forbidden, '');
