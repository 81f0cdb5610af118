/** A father's name with each ending that makes a patronymic of it, by the rules of the two languages: for tests. */
const vowels = 'аәеёиоөуұүыіэюя';

/** `-ович`, `-евич` and their kind for daughters, on a name in Cyrillic. */
export function russianPatronymics(father: string): readonly string[] {
  const last = father.at(-1) ?? '';
  const [stem, link] = father.endsWith('ий')
    ? [father.slice(0, -2), 'ье'] // Анатольевич
    : last === 'й' || last === 'ь'
      ? [father.slice(0, -1), 'е'] // Сергеевич, Игоревич
      : [father, vowels.includes(last) ? 'е' : 'о']; // Мусаевич, Серикович
  return [`${stem}${link}вич`, `${stem}${link}вна`];
}

const kazakhEndings = ['ұлы', 'қызы', 'улы', 'кызы'];
/** With a space, a hyphen, and in one word. */
export const kazakhPatronymics = (father: string): readonly string[] =>
  kazakhEndings.flatMap((ending) => [`${father}${ending}`, `${father} ${ending}`, `${father}-${ending}`]);
