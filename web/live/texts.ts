import { defineTexts } from '../i18n/texts.ts';

export const liveTexts = defineTexts('live', {
  en: {
    connecting: 'Connecting',
    live: 'Live',
    reconnecting: 'Reconnecting',
    offline: 'Offline',
    connectingHint: 'What you see is not updated by itself yet.',
    liveHint: 'Results, points and ranks move as they happen.',
    reconnectingHint: 'The connection was lost. What you see may be behind; it catches up when the connection is back.',
    offlineHint: 'This device is not connected. What you see may be behind.',
  },
  de: {
    connecting: 'Verbindet',
    live: 'Live',
    reconnecting: 'Verbindet neu',
    offline: 'Offline',
    connectingHint: 'Was du siehst, bewegt sich noch nicht von selbst.',
    liveHint: 'Ergebnisse, Punkte und Ränge bewegen sich, wenn etwas geschieht.',
    reconnectingHint:
      'Die Verbindung ist abgerissen. Was du siehst, kann veraltet sein; es wird nachgeholt, sobald sie wieder da ist.',
    offlineHint: 'Dieses Gerät ist nicht verbunden. Was du siehst, kann veraltet sein.',
  },
});
