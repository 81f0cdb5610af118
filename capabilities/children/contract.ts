/**
 * The register of children with proceedings: who a child is, never what happened to him (the proceedings say that).
 * It points and is no dossier. Others write it through the rows below, in a decision's `writes`. Runs in browsers.
 */
export * from './domain/inputs.ts';
export * from './domain/rows.ts';
export * from './domain/views.ts';
export * from './domain/pair.ts';
export { identify, type Identified } from './domain/identity.ts';
export { changeRelative, addRelative } from './domain/relations.ts';
export { keepsRegister } from './domain/keepers.ts';
export { childLabel, shortName } from './domain/names.ts';
export { birthdayOf, bornFromAge } from './domain/age.ts';
export { enterChild, minorBorn, type ChildNote } from './domain/enter.ts';
export { childUntil } from './terms.ts';
export { listProcedure, type ListRecords } from './domain/lists/inputs.ts';
/** For capabilities whose forms ask about a child: the labels of these questions. */
export { texts } from './texts.ts';
export { checkIin, maskIin, type IinCheck, type IinCode } from './domain/iin.ts';
/** How names are read, for whoever must know that two spellings are one. */
export { aliasesOf, isPatronymic, keyOf, keysOf, readingOf, wordsOf } from './domain/names/keys.ts';
export { near, slips } from './domain/matching/distance.ts';
