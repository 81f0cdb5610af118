/** Short and tender forms and the full names they may stand for. A form finds by them; it is never kept under them. */
export const shortForms: Readonly<Record<string, readonly string[]>> = {
  Саша: ['Александр', 'Александра'], Женя: ['Евгений', 'Евгения'], Ваня: ['Иван'], Катя: ['Екатерина'],
  Нұрик: ['Нұрлан', 'Нұрсұлтан', 'Нұржан'], Ереке: ['Ержан', 'Ерлан', 'Ербол'], Айка: ['Айгүл', 'Айжан', 'Айгерім'],
};
