/** Words a guesser tries first against us, because they are ours: of this system, of its houses, of its work. Small letters; docs/security.md tells of them. */
export const houseWords: readonly string[] = [
  'qorgan', 'korgan', 'qorghan', 'қорған', 'корган', 'қорғаншы', 'қорғаншылық', 'қамқорлық', 'qamqorlyq', 'камкорлык',
  'комитет', 'komitet', 'committee', 'опека', 'opeka', 'guardianship', 'оператор', 'operator', 'маман', 'специалист', 'specialist',
  'инспектор', 'inspector', 'прокурор', 'prosecutor', 'полиция', 'policia', 'police', 'мектеп', 'mektep', 'школа', 'shkola', 'school',
  'бастық', 'директор', 'director', 'әкімші', 'администратор', 'administrator', 'admin', 'балалар', 'balalar', 'дети', 'children',
  'қазақстан', 'казахстан', 'qazaqstan', 'kazakhstan', 'астана', 'astana', 'алматы', 'almaty', 'шымкент', 'shymkent',
  'құпиясөз', 'купиясоз', 'qupiyasoz', 'пароль', 'parol',
];
