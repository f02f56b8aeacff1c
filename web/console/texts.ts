import { defineTexts } from '../i18n/texts.ts';

export const consoleTexts = defineTexts('console', {
  en: { sections: 'Console', noSection: 'There is no such part of the console.' },
  de: { sections: 'Konsole', noSection: 'Diesen Teil der Konsole gibt es nicht.' },
});
