/**
 * Words a code is made of: short, concrete, friendly, easy to say and to keep in mind; no two sound alike.
 * A code is kept as a hash of the words themselves, so a list may grow without hurting old codes.
 * For a native reader: that no word is rude, frightening, or easily mistaken for another of its list.
 */
const split = (text: string): readonly string[] => text.trim().split(/\s+/);

export const codeWords: Readonly<Record<'kk' | 'ru' | 'en', readonly string[]>> = {
  kk: split(`
    ағаш аққу айна айран алма алтын арба арман арыстан аспан атлас аула әткеншек әуен бағана бақша балапан балмұздақ
    балық барыс бауырсақ береке бидай блокнот бота бояу бөрік бөпе бұзау бұлақ бұлт бүршік велосипед гүл гитара глобус дала
    дастархан дәптер дәрігер диван домбыра доп дөңгелек дүкен ертегі есік ешкі жаңбыр жапырақ жарық жасыл желкен жемпір
    жетіген жидек жолбарыс жұлдыз жұмыртқа жүзім жүрек жылқы жібек зебра иіс кептер кеме кесе керуен кино кілем кілт киік
    киіз көбелек көзілдірік көйлек көктем көл көпір күміс күлкі күнбағыс кітап қабырға қайың қалам қалпақ қамыс қанат қар
    қарлығаш қарындаш қасық қауын қаз қоян қозы қоңырау қобыз құлын құмыра құндыз құс қыран қыстақ лақ лала лимон лампа мақта
    малина мамық маржан мектеп меруерт мозаика мұхит мысық наурыз нан найзағай нұр ойыншық орман орамал отау ою өзен өрік
    өрнек палау парта пияз піл бесік пойыз кемпірқосақ раушан робот сабақ сабын сағат сақина самал сандық сәбіз
    сиыр сурет сүт сызғыш сыбызғы сырға табан тақия тал таң тарақ тау теңге теңіз терезе тиін тоғай торғай тоқаш
    тостаған тұлпар түйе түлкі түн тырна ұшақ ұя үй үйрек үкі үстел шамшырақ фонтан хат шаңғы шана шәйнек шатыр
    шеңбер шие шолпан шұлық шырша балқарағай қарбыз пеш алмұрт бүркіт аю тасбақа маймыл керік дельфин кит пингвин үндік
    мақал жұмбақ өлең домалақ шар мүсін айдын бал май тұз қант шай ірімшік қаймақ күріш асхана
  `),
  ru: split(`
    абрикос арбуз автобус ананас апельсин арка ателье бабочка балкон барабан барсук батон белка береза билет блокнот
    бубен буква букет бумага бусы ваза валенок ванна варенье ведро веер велосипед верблюд ветер веник
    вечер вишня воздух волна воробей восход газета гитара глобус гнездо голубь гора горох гриб груша
    гусь дача дверь дельфин дерево дождь дорога дракон дуб дыня ежевика енот жаворонок жасмин жемчуг жираф
    журавль забор завтрак заяц закат замок звезда зебра зеркало зима зонт игрушка изба иней ирис искра
    кабинет календарь калина камень карандаш каша картина кенгуру кепка кисель кит клевер ключ книга колесо компас
    конверт кораблик корзина кот краска кресло кружка крыло крыша кубик кузнечик кувшин кукуруза курица лавочка лампа ландыш ласточка лебедь
    лента лес лестница лимон линейка липа лиса лодка лошадь луна мак малина мандарин марка маяк мел метро мозаика
    молоко море морковь мост музыка муравей мыло мяч небо носок облако обруч огурец озеро окно олень
    орех осень остров пальто парк парус пейзаж пенал перо песня печенье пианино пингвин пирог платье
    поезд помидор пони поляна попугай почта птица пчела радуга ракета ракушка ранец река ремень рисунок робот ромашка роса
    рубашка рюкзак рябина сани сахар свет сирень скворец скрипка слива слон снег сова солнце
    сосна стакан степь стол стрекоза сундук сыр тарелка театр тигр тополь трава трамвай тропинка тюльпан улитка
    утка утро фиалка флаг фонарь футбол халат хлеб хомяк цветок цирк чайник часы черепаха черника шалаш шапка шарф
    шкаф школа шляпа щенок эскимо юла юрта яблоко ягода якорь ясень ящерица
  `),
  en: split(`
    acorn almond anchor apple apricot apron arrow autumn badge bagel balloon banana basket bean beaver bench bicycle
    biscuit blanket blossom boat book bottle bowl branch breeze brick bridge broom brush bubble bucket butter
    cabin cactus camel candle canoe carpet castle cat cheese cherry chimney circle citrus cloud clover coconut
    comet compass cookie copper coral cotton cradle crayon cricket cup curtain cushion daisy dance desk dolphin donkey dragon drum duck
    eagle easel echo elephant elm emerald engine falcon farm feather fence fiddle field finch finger firefly flag flute forest fountain fox
    garden giraffe globe glove goat grape grass guitar hammer harbour harp hedge helmet hill honey horizon house icicle
    igloo island ivory ivy jacket jar jasmine jelly jigsaw jungle juniper kettle kitchen kite kitten koala ladder lagoon lake lamp
    lantern lavender leaf lemon leopard letter library lily lizard lunch magnet mango maple marble market meadow melon milk mirror
    mitten monkey moon morning mountain muffin mushroom music napkin needle nest notebook oak ocean olive onion orange
    orchard otter owl paddle paint palace pancake panda paper parrot peanut pebble pencil penguin pepper piano pillow pine planet
    pocket pond pony poppy potato puppet puzzle rabbit radio raft rainbow ribbon river robin rocket roof ruler saddle
    salad sandal satin scarf school seal seed shell ship shirt shoe shovel silver sky sledge snow soap sofa sparrow
    spoon spring squirrel star stone stove street summer swan sweater table tambourine teapot tent thistle thunder tiger toast
    tomato towel tractor trumpet tulip tunnel turtle umbrella valley vase velvet village violin wagon walnut water whistle
    willow window winter wood yard yoghurt zebra
  `),
};
