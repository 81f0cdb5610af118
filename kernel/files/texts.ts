/** Texts of files: what goes wrong with one, and how it stands in the story. For a native reader: every kk text here. */
import type { Texts } from '../texts/text.ts';

export const fileTexts: Texts = {
  'kernel.step.attach': { kk: 'Файл қосылды', ru: 'Добавлен файл', en: 'A file was added' },
  'kernel.attach.name': { kk: 'Файл', ru: 'Файл', en: 'File' },
  'kernel.attach.type': { kk: 'Түрі', ru: 'Вид', en: 'Kind' },
  'kernel.attach.size': { kk: 'Көлемі, байт', ru: 'Размер, байт', en: 'Size, bytes' },
  'kernel.attach.sha256': { kk: 'Бақылау қосындысы', ru: 'Контрольная сумма', en: 'Checksum' },
  'term.files.largest': { kk: 'Файлдың ең үлкен көлемі, мегабайт', ru: 'Наибольший размер файла, мегабайт', en: 'Largest file, in megabytes' },
  'term.files.pixels': { kk: 'Суреттің ең үлкен өлшемі, мегапиксель', ru: 'Наибольший размер снимка, мегапиксель', en: 'Largest picture, in megapixels' },

  'problem.file-empty.title': { kk: 'Файл бос', ru: 'Файл пуст', en: 'The file is empty' },
  'problem.file-empty.detail': {
    kk: 'Ештеңе сақталмады. Файлды құрылғыда ашып көріңіз де, қайта таңдаңыз.',
    ru: 'Ничего не сохранено. Откройте файл у себя, проверьте и выберите его снова.',
    en: 'Nothing was saved. Open the file on your device, check it, and choose it again.',
  },
  'problem.file-kind.title': { kk: 'Мұндай файл қабылданбайды', ru: 'Файлы такого вида не принимаются', en: 'Files of this kind are not taken' },
  'problem.file-kind.detail': {
    kk: 'Сурет (JPEG, PNG, WebP) немесе PDF қосуға болады. Құжатты PDF етіп сақтап, қайта қосыңыз. Ештеңе сақталмады.',
    ru: 'Можно добавить снимок (JPEG, PNG, WebP) или PDF. Сохраните документ как PDF и добавьте снова. Ничего не сохранено.',
    en: 'A picture (JPEG, PNG, WebP) or a PDF can be added. Save the document as a PDF and add it again. Nothing was saved.',
  },
  'problem.file-heic.title': { kk: 'HEIC пішіміндегі сурет қабылданбайды', ru: 'Снимки в формате HEIC не принимаются', en: 'Pictures in the HEIC format are not taken' },
  'problem.file-heic.detail': {
    kk: 'Одан түсірілген жерін өшіре алмаймыз. Телефон камерасының баптауынан «Үйлесімдірек» (JPEG) пішімін таңдаңыз немесе суретті JPEG етіп сақтап, қайта қосыңыз.',
    ru: 'Мы не можем убрать из него место съёмки. Выберите в настройках камеры телефона «Наиболее совместимые» (JPEG) или сохраните снимок как JPEG и добавьте снова.',
    en: 'We cannot remove from it where it was taken. Choose “Most compatible” (JPEG) in the settings of the telephone’s camera, or save the picture as JPEG and add it again.',
  },
  'problem.file-infected.title': { kk: 'Файлдан вирус табылды', ru: 'В файле найден вирус', en: 'A virus was found in the file' },
  'problem.file-infected.detail': {
    kk: 'Ештеңе сақталмады. Бұл файлды ашпаңыз және ешкімге жібермеңіз. Құрылғыны тексертіңіз; құжат керек болса, оны қайта сканерлеп немесе суретке түсіріп қосыңыз.',
    ru: 'Ничего не сохранено. Не открывайте этот файл и никому его не пересылайте. Проверьте устройство; если документ нужен, отсканируйте или сфотографируйте его заново.',
    en: 'Nothing was saved. Do not open this file and send it to nobody. Have the device checked; if the document is needed, scan or photograph it anew.',
  },
  'problem.file-unscanned.title': { kk: 'Қазір файлды вируске тексеру мүмкін емес', ru: 'Сейчас файл нельзя проверить на вирусы', en: 'The file cannot be checked for viruses right now' },
  'problem.file-unscanned.detail': {
    kk: 'Тексерілмеген файл сақталмайды. Бірнеше минуттан кейін қайта жіберіңіз; қайталанса, әкімшіге хабарлаңыз. Істі файлсыз жалғастыра беруге болады.',
    ru: 'Непроверенный файл не сохраняется. Отправьте снова через несколько минут; если повторится, сообщите администратору. Работать с делом можно и без файла.',
    en: 'What was not checked is not saved. Send it again in some minutes; if it happens again, tell the administrator. The case can go on without the file.',
  },
  'problem.file-damaged.title': { kk: 'Файл бүлінген', ru: 'Файл повреждён', en: 'The file is damaged' },
  'problem.file-damaged.detail': {
    kk: 'Ол толық емес немесе дұрыс сақталмаған. Файлды құрылғыда ашып, жаңадан сақтаңыз да, қайта қосыңыз. Ештеңе сақталмады.',
    ru: 'Он не полон или записан с ошибкой. Откройте файл у себя, сохраните заново и добавьте ещё раз. Ничего не сохранено.',
    en: 'It is not whole or was not written properly. Open it on your device, save it anew and add it again. Nothing was saved.',
  },
  'problem.file-pixels.title': { kk: 'Суреттің өлшемі тым үлкен', ru: 'Снимок слишком большой по размерам', en: 'The picture has too many pixels' },
  'problem.file-pixels.detail': {
    kk: 'Мұндай суретті ашқан құрылғы қатып қалуы мүмкін. Суретті кішірейтіп, қайта қосыңыз. Ештеңе сақталмады.',
    ru: 'Устройство, на котором его откроют, может зависнуть. Уменьшите снимок и добавьте снова. Ничего не сохранено.',
    en: 'The device on which it is opened might stop. Make the picture smaller and add it again. Nothing was saved.',
  },
  'problem.file-too-large.title': { kk: 'Файлдың көлемі тым үлкен', ru: 'Файл слишком большой', en: 'The file is too large' },
  'problem.file-too-large.detail': {
    kk: 'Суретті кішірейтіңіз немесе құжатты бөліп сақтаңыз да, қайта қосыңыз. Ештеңе сақталмады.',
    ru: 'Уменьшите снимок или разделите документ на части и добавьте снова. Ничего не сохранено.',
    en: 'Make the picture smaller or divide the document, and add it again. Nothing was saved.',
  },
  'problem.file-broken-off.title': { kk: 'Файл соңына дейін жетпеді', ru: 'Файл не дошёл до конца', en: 'The file did not arrive whole' },
  'problem.file-broken-off.detail': {
    kk: 'Байланыс үзілген сияқты. Ештеңе сақталмады; байланыс жақсарғанда қайта жіберіңіз.',
    ru: 'Похоже, связь прервалась. Ничего не сохранено; отправьте снова, когда связь станет лучше.',
    en: 'The connection seems to have broken. Nothing was saved; send it again when the connection is better.',
  },
  'problem.files-busy.title': { kk: 'Қазір тым көп файл жіберіліп жатыр', ru: 'Сейчас отправляется слишком много файлов', en: 'Too many files are being sent right now' },
  'problem.files-busy.detail': {
    kk: 'Ештеңе сақталмады. Бір минуттан кейін қайта жіберіңіз.',
    ru: 'Ничего не сохранено. Отправьте снова через минуту.',
    en: 'Nothing was saved. Send it again in a minute.',
  },
};
