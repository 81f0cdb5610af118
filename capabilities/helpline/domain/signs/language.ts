/** Guesses the language a text is written in, also in Latin letters. */
import type { Hits } from './matching.ts';

export type Spoken = 'kk' | 'ru' | 'en' | 'mixed' | 'unknown';

const kazakhLetters = /[әғқңөұүһі]/i;
const russianLetters = /[ёщъэц]/i;
const kazakhEnding = /(ды|ді|ты|ті|дым|дім|мын|мін|пын|пін|лар|лер|дар|дер|тар|тер|ның|нің|дың|дің|ған|ген|қан|кен|йды|йді|еді|ады|ымыз|іміз|ыма|іме|ып|іп|па|пе|май|мей|леди|гим|им|ады)$/i;
const russianEnding = /(ет|ит|ют|ят|ить|ать|еть|ться|тся|ый|ий|ая|ое|ого|его|ему|ому|ами|ями|ешь|ишь|али|или|ла|ли|ло|ние|ния|ость)$/i;
const kazakhWords = new Set(
  'мен сен ол біз сіз олар бұл және үшін бар жоқ емес ғой керек қалай қашан қайда неге кім маған мені менің бізді кеше бүгін қазір деп дейді болып болды еді жүр отыр тұр бала үйде мектепте сәлем'.split(' '),
);
const russianWords = new Set(
  'я ты он она мы вы они и в на не что как это меня мне мой моя у с по за но а же так все он его ее их где когда если чтобы уже или был была есть нет мама папа дома хочу может помогите'.split(' '),
);
const englishWords = new Set('i the a is are my me and to of in it you he she we they not dont want have has at for with was'.split(' '));

export function languageOfText(text: string, hits: Hits): Spoken {
  let kk = hits.seen.kk * 0.7;
  let ru = hits.seen.ru * 0.7;
  let en = hits.seen.en * 0.4;
  // its first hundreds of words tell enough
  for (const [word] of text.slice(0, 2000).toLowerCase().matchAll(/[\p{L}'’]+/gu)) {
    if (/^[a-z'’]+$/.test(word)) {
      if (englishWords.has(word.replace(/['’]/g, ''))) en += 1;
    } else if (kazakhLetters.test(word) || kazakhWords.has(word)) kk += 1;
    else if (russianWords.has(word) || russianLetters.test(word)) ru += 1;
    else if (word.length > 4 && kazakhEnding.test(word)) kk += 0.4;
    else if (word.length > 4 && russianEnding.test(word)) ru += 0.5;
  }
  const scores: [Spoken, number][] = [['kk', kk], ['ru', ru], ['en', en]];
  scores.sort((a, b) => b[1] - a[1]);
  const [first, second] = scores as [[Spoken, number], [Spoken, number]];
  if (first[1] < 0.4 || !/\p{L}/u.test(text)) return 'unknown';
  return second[1] >= 1.5 && second[1] * 2.2 >= first[1] ? 'mixed' : first[0];
}
