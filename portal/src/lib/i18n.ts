import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../locales/en.json';

export const LANGUAGES = { en: 'English', es: 'Español' } as const;

export type Language = keyof typeof LANGUAGES;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

export function isLanguage(value: string | null | undefined): value is Language {
  return value !== null && value !== undefined && value in LANGUAGES;
}

/** The first of the browser's languages that there are texts for. */
export function languageOf(wishes: readonly string[]): Language {
  return wishes.map((wish) => wish.slice(0, 2)).find(isLanguage) ?? 'en';
}

export async function startI18n(language: Language): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    showSupportNotice: false,
    resources: { en: { translation: en } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  await speak(language);
}

/** English is always there; another language is loaded when somebody wants it. */
export async function speak(language: Language): Promise<void> {
  if (language === 'es' && !i18n.hasResourceBundle('es', 'translation')) {
    const { default: es } = await import('../locales/es.json');
    i18n.addResourceBundle('es', 'translation', es);
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}
