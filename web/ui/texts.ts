import { defineTexts } from '../i18n/texts.ts';

export const uiTexts = defineTexts('ui', {
  en: {
    loading: 'Loading …',
    retry: 'Try again',
    cancel: 'Cancel',
    network: 'Nobody answers. Are you connected?',
    notAllowed: 'You may not see this with the role you have.',
    notFound: 'There is no such thing here.',
    later: 'This is not ready yet. Try again in a moment.',
    broken: 'Something went wrong on our side.',
    matchday: 'Matchday {{number}}',
    noCompetition: 'There is no competition yet.',
    pressPlay: 'Press play, at the foot of the page: then a season is announced.',
  },
  de: {
    loading: 'Wird geladen …',
    retry: 'Noch einmal versuchen',
    cancel: 'Abbrechen',
    network: 'Der Server antwortet nicht. Bist du online?',
    notAllowed: 'Mit deiner Rolle darfst du das nicht sehen.',
    notFound: 'Das gibt es hier nicht.',
    later: 'Das ist noch nicht so weit. Versuche es gleich noch einmal.',
    broken: 'Bei uns ist etwas schiefgegangen.',
    matchday: 'Spieltag {{number}}',
    noCompetition: 'Es gibt noch keinen Wettbewerb.',
    pressPlay: 'Drücke unten auf Abspielen: Dann wird eine Saison angekündigt.',
  },
});
