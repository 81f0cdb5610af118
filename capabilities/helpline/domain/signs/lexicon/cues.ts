/**
 * Cues: words that prove nothing alone but together mean that someone is being harmed, in whatever phrase.
 * Each class has a weight; see ../cues.ts. Notation: ../patterns.ts.
 */
import type { Concept } from '../patterns.ts';

export interface CueClass {
  readonly concept: string;
  /** Points for the first and for the second different word; a class gives no more. */
  readonly first: number;
  readonly second: number;
  /** A cue that says something is wrong; people alone are not enough. */
  readonly grave: boolean;
  /** It speaks of life and health: with people beside it the danger is 3. */
  readonly vital?: boolean;
  /** What it speaks of, when it is the heaviest. */
  readonly topic?: string;
}

export const cueClasses: readonly CueClass[] = [
  { concept: 'cueVictim', first: 1, second: 0, grave: false },
  { concept: 'cueDoer', first: 1, second: 0, grave: false },
  { concept: 'cueDeed', first: 2, second: 2, grave: true },
  { concept: 'cueInjury', first: 3, second: 2, grave: true, vital: true },
  { concept: 'cueDeath', first: 2, second: 2, grave: true, vital: true, topic: 'suicide-risk' },
  { concept: 'cueDistress', first: 2, second: 1, grave: true },
  { concept: 'cueBody', first: 2, second: 1, grave: true },
  { concept: 'cueDanger', first: 2, second: 2, grave: true },
  { concept: 'cueWant', first: 2, second: 1, grave: true },
  { concept: 'cueSetting', first: 1, second: 0, grave: false },
  { concept: 'cueThreat', first: 1, second: 1, grave: false },
  { concept: 'cueOften', first: 1, second: 0, grave: false },
  { concept: 'cueInnocent', first: -3, second: 0, grave: false },
];

export const cues: Readonly<Record<string, Concept>> = {
  cueVictim: { words: { any: '@me @us @child @sibling @friend @self', kk: 'бәрімізді анамды мамамды', ru: 'ей ему ее маму маме' } },
  cueDoer: { words: { any: '@parent @adult @peers', ru: 'он они она сосед соседка опекун хозяин двое трое кто-то', kk: 'ол олар біреу біреулер көрші', en: 'he she they someone' } },
  cueDeed: {
    words: {
      any: '@hit @humiliate @follow @expel @attackNow @undress @kill',
      ru: `швыр* толкн* толка* разбил* сломал сломала сломали сломают сломает ломает ломают рвет порвал* поджег поджига* обжег жжет жгут тушит облил* облива* плеснул* вылива* вылил* плюю* плюн* тащит тащат
        тащил* волоч* стега* сечет хлещет дерет трясет щипл* кусает царапа* колет прижал* прижима* держит держат удержива* связал* связыва* обзыва* обманыва* мучает мучают пугает пугают наказ* обвиня* проклина*
        врезал* вмазал* двинул* огрел* залепил* пихает пихал* пихают давит давят топит топят подставля* подножк* издева* прогоня* уронил* ставит_на ставят_на на_горох на_коленях в_угол не_дает не_дают не_пускает не_пускают запреща* заставля* заставил* запер* заперт* вымога* требует требуют отнима*
        отбирает отобрал* угоня* травит изводит донимает кидает кидают кинул* снял_на снимают_на голосовал* против_меня лишает лишили выкинул* ободрал* вырвал* изрезал* бросается накинул* набросил* распускает матер* послал_меня домога* велел велит приказ*`,
      kk: `лақтыр* итер* сындыр* бұзып бұзды күйдір* өртеп байла* байлап қама* сүйре* жұлқы* тістеп шымши* қорқыт* қорла* мазақ* ұрыс* ұрсы* айғай* қуды қуып алдады алдап зорла* мәжбүр* қина* азапта*
        қысты қысып жырт* төкті төгіп сығым* ұрламақ ұрлап тартып басын_ұр* қарғ* жаншы* тепкі* бұйыр* кіргізбе* шығарма* жібермей* бермей_қой* жазала* масқара* кемсіт* келісіп_алып`,
      en: 'threw throw* hold held drag* burn* push* punish* spit* force* lock* break* steal* scream* grab* trap*',
    },
    phrases: ['не_дает|не_дают|не_разреша* есть|спать|пить|выйти|дышать|кушать', 'по лицу|голове|спине|губам|щеке|жопе', 'дал|дала|дают|дает по'],
  },
  cueInjury: {
    words: {
      any: '@blood @ill',
      ru: 'разбит* синяк* синий посинел* ожог* шрам* рана раны ранен* ранил* перелом* сломан* опух* избит* сотряс* царапин* ушиб* выбил* болит_все порез* побои хрипит',
      kk: 'көкпеңбек жара* көгер* ісік* ісіп қанап тыртық* көкала жарақат* күйік*',
      en: 'bruise* injur* wound* scar scars swollen blood* black_eye burns',
    },
  },
  cueDeath: {
    words: {
      any: '@die @suicide',
      ru: 'проща* прощайте попроща* записк* уйду уходить навсегда навеки исчез* петл* мост моста мосту крыш* карниз* подоконник* этаж* вниз рельс* веревк* смерт* могил* гроб* кладбищ* конец покой устал* вечн* не_проснут* закрыть_глаза последний раз_и_навсегда не_было_меня меня_не_было меня_уже_не таблет*',
      kk: 'қоштас* мәңгі* дүниеден дүние* көпір* шатыр* арқан* асыл* өлім* қабір* кетемін секір* түңіл* соңғы',
      en: 'goodbye forever bridge roof rope grave pills farewell',
    },
  },
  cueDistress: {
    words: {
      any: '@fear @cry @hopeless @secret @scream @unwilling',
      ru: 'стыдно стыжусь ужасно больно болит кошмар* беда бида ненавиж* тревог* мерзко противно гадко жутко невмоготу мучительно издергал*',
      kk: 'ұял* ұят қиын ауыр жаман қорқ* мазасыз* жек_көр* азап* жалғызбын қорлық*',
      en: 'ashamed awful terrible hurts horrible alone sad unsafe uncomfortable',
    },
  },
  cueBody: { words: { any: '@private @touch', ru: 'голый голая тело телу спал спала колено колени коленк* лапы шепчет дышит_в', kk: 'денем* денеме тізе* қойнына', en: 'body lap naked' } },
  cueDanger: { words: { any: '@drunk @weapon @drugs @poison @burning @runaway @pregnant @missing', ru: 'дурман порошок порошк* дурь травк* поножов* голод* мусорк* помойк*', kk: 'темекі ұнтақ қоқыс* аш', en: 'powder dealer hungry' } },
  cueWant: { words: { ru: 'холодно мерзн* голодн* брошен* ничей беспризорн* одних бездомн*', kk: 'тоңып аштан қараусыз панасыз', en: 'starving freezing abandoned homeless' } },
  cueSetting: { words: { any: '@night @hide @alone @street @bed @now @sos @home', ru: 'подворотн* подвал* гараж* заперт* под_столом раздевалк*', kk: 'артында жасырын* оңаша', en: 'dark alone corner' } },
  cueThreat: { words: { any: '@threat @money @threatening', ru: 'если иначе или_хуже до_пятницы узнаешь пожалеешь', kk: 'әйтпесе болмаса', en: 'or_else otherwise' } },
  cueOften: { words: { any: '@often @days' } },
  cueInnocent: { words: { any: '@lesson @fiction @laugh @trifle @grade @sportHit @cooking @pet', ru: 'экзамен* контрольн* выступ* темнот* поликлиник* врач* стоматолог* прививк* подскажите спасибо стоит расписание секци* кружок*', kk: 'шынықтыру* емтихан* бақылау* сахна* дәрігер* рақмет үйірме* қайдан қалай_алуға', en: 'exam test stage dentist thanks schedule club' } },
};
