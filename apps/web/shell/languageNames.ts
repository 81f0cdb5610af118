/** What each language calls itself: short on a button, whole elsewhere. */
export const languageNames = { kk: ['Қаз', 'Қазақша'], ru: ['Рус', 'Русский'], en: ['Eng', 'English'] } as const;
