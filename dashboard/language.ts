/** The languages of the product. Chinese is the default; `?lang=` switches and is remembered in a cookie. */
export const languages = ['zh', 'en'] as const;

export type Language = (typeof languages)[number];

export const LANGUAGE_COOKIE = 'language';

/** For the `lang` attribute and for Intl. */
export const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');

export const asLanguage = (text: string | null | undefined): Language | undefined =>
  languages.find((language) => language === text);
