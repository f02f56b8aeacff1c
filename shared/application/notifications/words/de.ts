import type { Words } from './words.ts';

const count = (points: number): string => `${points} ${points === 1 ? 'Punkt' : 'Punkte'}`;

/** Why a rank changed. */
const because = (gained: number): string => {
  if (gained === 0) return 'weil es anderen mehr oder weniger gebracht hat';
  return gained > 0 ? `weil es dir ${count(gained)} mehr gebracht hat` : `weil es dich ${count(-gained)} gekostet hat`;
};

const FORMAT = new Intl.DateTimeFormat('de-DE', {
  ...{ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  timeZone: 'UTC',
});
/** `Fr., 11. August 2023 um 19:00 UTC` */
const when = (instant: string): string => `${FORMAT.format(new Date(instant))} UTC`;

export const GERMAN: Words = {
  ended: (matchId, score) => `${matchId} endete ${score}`,
  doesNotCount: (match, reason) => `${match} zählt nicht: ${reason}`,
  categories: {
    exact: 'das genaue Ergebnis',
    goal_diff: 'die richtige Tordifferenz',
    draw_not_exact: 'ein Unentschieden, aber ein anderes',
    tendency_only: 'die richtige Tendenz',
    miss: 'daneben',
  },
  said: (predicted, category, points, was) =>
    `Du hast ${predicted} getippt: ${category}, ${count(points)}${was === undefined ? '' : ` statt ${was}`}.`,
  corrected: text => `Berichtigt: ${text}`,
  insteadOf: (result, was) => `${result} statt ${was}`,
  hadBrought: points => `Es hatte dir ${count(points)} gebracht.`,
  stillAt: rank => `Du bist weiter auf Platz ${rank}.`,
  moved: (before, after, gained) => `Du bist jetzt auf Platz ${after} statt ${before}, ${because(gained)}.`,
  sure: (percent, predicted, match) => `Bei ${predicted} in ${match} bist du dir zu ${percent} % sicher.`,
  awarded: result => `${result}, am grünen Tisch.`,
  resultCorrected: result => `${result}, berichtigt.`,
  reminder: {
    title: (count, match) => (count === 1 ? `Dein Tipp fehlt: ${match}` : `${count} deiner Tipps fehlen`),
    lead: count => (count === 1 ? 'Dein Tipp fehlt.' : 'Deine Tipps fehlen.'),
    line: (match, kickOff) => `${match}: Tippschluss ${when(kickOff)}`,
    more: count => `und ${count} weitere`,
  },
  mailHint:
    'Du bekommst diese Mail, weil du es so gewollt hast. Willst du keine mehr, ändere deine Einstellungen oder antworte mit "unsubscribe".',
};
