/** `npm run texts`: a line for each message that is missing, unused, untranslated, too long or in a wrong language; ends with 1 where there is one. */
import { checkTexts } from './check.ts';
import { lineOf } from './finding.ts';

const { messages, findings } = await checkTexts();
for (const finding of findings) console.log(lineOf(finding));
console.log(`${messages} messages in three languages, ${findings.length} to mend`);
process.exitCode = findings.length === 0 ? 0 : 1;
