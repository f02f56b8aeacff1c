import { defineTexts } from '../i18n/texts.ts';

export const welcomeTexts = defineTexts('welcome', {
  en: {
    title: 'Predict the score. See why you got your points.',
    lead: 'Before a match begins you say how it will end. When it is over, the table moves.',
    fact: 'Everything that happens is written down as a fact and never changed: a prediction, a result, a correction. Tables are only what follows from the facts, so every point can be explained, and checked by you.',
    start: 'Predict now',
  },
  de: {
    title: 'Tippe das Ergebnis. Sieh, warum du deine Punkte hast.',
    lead: 'Bevor ein Spiel beginnt, sagst du, wie es ausgeht. Ist es vorbei, bewegt sich die Tabelle.',
    fact: 'Alles, was geschieht, wird als Tatsache aufgeschrieben und nie geändert: ein Tipp, ein Ergebnis, eine Berichtigung. Tabellen sind nur, was aus den Tatsachen folgt; darum lässt sich jeder Punkt erklären und von dir nachprüfen.',
    start: 'Jetzt tippen',
  },
});
