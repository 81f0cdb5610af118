/** Words a code is made of: short, concrete, easy to say and to keep in mind. Four of them and the number open an appeal. */
const split = (text: string): readonly string[] => text.trim().split(/\s+/);

export const codeWords: Readonly<Record<'kk' | 'ru' | 'en', readonly string[]>> = {
  kk: split('алма бұлт гүл дала ешкі жапырақ жұлдыз кеме көл құс мысық нан орман өзен піл раушан сағат тау үй шыбын ара бота доп есік күн қар қоян тас торғай түйе жел ай'),
  ru: split('яблоко облако цветок степь коза лист звезда лодка озеро птица кошка хлеб лес река слон роза часы гора дом пчела мяч дверь солнце снег заяц камень воробей верблюд ветер луна мост ключ'),
  en: split('apple cloud flower steppe goat leaf star boat lake bird cat bread forest river elephant rose clock mountain house bee ball door sun snow hare stone sparrow camel wind moon bridge key'),
};
