/** A free query in its words. */

/** `ұлы` and its like written apart belong to the word before. */
const apart = /^(ұлы|улы|қызы|кызы|кизи|тегі|теги|оглы|оғлы|угли|ўғли|уулу|uly|uli|ulı|qyzy|qızı|kyzy|qizi|tegi|ogly|oglu|oğlu)$/iu;

/** Dates stay whole, digits stand apart from letters, a double name keeps its hyphen. */
export function wordsOf(query: string): readonly string[] {
  const found = query.normalize('NFC').match(/\d+(?:[./-]\d+)*|[\p{L}\p{M}]+(?:['’ʼʻ‘`´′-]*[\p{L}\p{M}]+)*['’ʼʻ‘`´′]?/gu) ?? [];
  const words: string[] = [];
  for (const word of found) {
    const last = words.at(-1);
    if (last !== undefined && apart.test(word) && /\p{L}/u.test(last)) words[words.length - 1] = `${last}-${word}`;
    else words.push(word);
  }
  return words;
}
