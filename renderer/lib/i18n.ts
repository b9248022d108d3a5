import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from '../../shared/kernel/roles';

type Texts = Record<string, unknown>;

/** `../modules/children/locales/ru.json` is the namespace `children`; `app` and `ui` are the shell's and the kit's own. */
const files = {
  ...import.meta.glob<Texts>('../modules/*/locales/*.json', { eager: true, import: 'default' }),
  ...import.meta.glob<Texts>('../{app,ui}/locales/*.json', { eager: true, import: 'default' }),
};

function resources(): Record<Language, Record<string, Texts>> {
  const found: Record<Language, Record<string, Texts>> = { ru: {}, kk: {}, en: {} };
  for (const [path, texts] of Object.entries(files)) {
    const match = /\/([a-z-]+)\/locales\/(ru|kk|en)\.json$/.exec(path);
    if (match) found[match[2] as Language][match[1] ?? ''] = texts;
  }
  return found;
}

export const namespaces = [...new Set(Object.values(resources()).flatMap((language) => Object.keys(language)))];

export function startTexts(language: Language = 'ru'): I18n {
  if (!i18next.isInitialized) {
    void i18next.use(initReactI18next).init({
      resources: resources(),
      lng: language,
      fallbackLng: 'ru',
      supportedLngs: [...LANGUAGES],
      ns: namespaces,
      defaultNS: 'app',
      fallbackNS: ['ui'],
      // React escapes; a second escaping would print &laquo; to people.
      interpolation: { escapeValue: false },
      returnNull: false,
      initAsync: false,
    });
  }
  void setLanguage(language);
  return i18next;
}

export async function setLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export const currentLanguage = (): Language => ((LANGUAGES as readonly string[]).includes(i18next.language) ? (i18next.language as Language) : 'ru');

export const texts = i18next;
