import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressIn, letterOf, mailOnce } from '../../../shared/application/notifications/mail.ts';
import type { Notification } from '../../../shared/application/notifications/notification.ts';
import { forgetPlayer, setProfile } from '../../../shared/application/player-commands.ts';
import { memoryEventStore } from '../../../shared/store/memory-event-store.ts';
import { memoryPlayerKeys } from '../../support/memory-player-keys.ts';
import { memoryTelling } from './kit.ts';

const NOW = '2023-08-11T21:00:00.000Z';
const notification: Notification = {
  tenantId: 'acme',
  inbox: 'player#ada',
  eventId: 'prediction-a.ada:2',
  at: '2023-08-11T20:00:00.000Z',
  kind: 'prediction-result',
  said: {
    en: { title: 'Burnley FC - Manchester City FC', text: 'Burnley FC 2:1 Manchester City FC.' },
    de: { title: 'Burnley FC - Manchester City FC', text: 'Dein Tipp fehlt.' },
  },
};

describe('a letter', () => {
  it('brings the text, and says how to get no more', () => {
    const { title, text: said } = notification.said.en;
    const { subject, text, html } = letterOf({ title, text: said }, 'en', 'ada@example.org');
    expect(subject).toBe(title);
    expect(text).toContain(said);
    expect(text).toContain('answer "unsubscribe"');
    expect(html).toContain(`<html lang="en"><body><p>${said}</p>`);
  });

  it('has a subject of one line, whatever a team is called', () => {
    const title = 'Burnley\r\nBcc: eve@example.org\r\n\r\n<html> - City\u2028\u0000x';
    expect(letterOf({ title, text: 'x' }, 'en', 'a@b').subject).toBe('Burnley Bcc: eve@example.org <html> - City x');
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', '\r', '\n', '\t', '\u2028', '\u0000', '\ud800', '😀'),
          maxLength: 200,
        }),
        any => {
          const { subject } = letterOf({ title: any, text: any }, 'en', 'a@b');
          expect(subject).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{0,150}$/u);
          expect(subject.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('has no markup but its own in HTML', () => {
    const { html } = letterOf({ title: 'x', text: `<img src=x onerror="alert('1')"> & <b>` }, 'en', 'a@b');
    expect(html).toContain('<p>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; &lt;b&gt;</p>');
  });
});

describe('mailing', () => {
  it('sends once of two who begin at the same time', async () => {
    const { mail, sent } = memoryTelling();
    await Promise.all([1, 2, 3].map(() => mailOnce(mail, notification, 'en', NOW)));
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Partial<Notification>]>([
    ['to a competition', { inbox: 'competition#pl' }],
    ['to who has no address', { inbox: 'player#nobody' }],
    ['of what is older than a day', { at: '2023-08-10T20:59:59.999Z' }],
  ])('sends nothing %s, and puts nothing on record', async (_what, over) => {
    const { mail, sent, mails } = memoryTelling();
    await mailOnce(mail, { ...notification, ...over }, 'en', NOW);
    expect([sent.length, mails.size]).toEqual([0, 0]);
  });

  it('is in the language that the player reads', async () => {
    const { mail, sent } = memoryTelling();
    await mailOnce(mail, notification, 'de', NOW);
    expect(sent).toEqual([letterOf(notification.said.de, 'de', 'ada@example.org')]);
    expect(sent[0]?.text).toMatch(/^Dein Tipp fehlt\.\n.*antworte mit "unsubscribe"/s);
    expect(sent[0]?.html).toContain('<html lang="de">');
  });

  it('does not try again what may have been sent, and says so without a word of the letter', async () => {
    const { mail, mails, failures } = memoryTelling();
    const refusing = {
      ...mail,
      send: () => Promise.reject(new TypeError('ada@example.org is not there')),
    };
    await mailOnce(refusing, notification, 'en', NOW);
    expect(failures).toEqual(['TypeError']);
    expect([...mails.values()]).toEqual([{ status: 'failed', reason: 'TypeError' }]);
    await mailOnce(mail, notification, 'en', NOW);
    expect([...mails.values()]).toEqual([{ status: 'failed', reason: 'TypeError' }]);
  });

  it('goes to the address of the profile, and to nobody who was forgotten', async () => {
    const [store, keys] = [memoryEventStore(), memoryPlayerKeys()];
    const dependencies = { store, keys, sleep: async () => {}, random: () => 0 };
    const context = (commitId: string) => ({
      tenantId: 'acme',
      actor: 'ada',
      correlationId: commitId,
      causationId: commitId,
      commitId,
      now: NOW,
      hops: 0,
      priority: 'normal' as const,
    });
    const address = () => addressIn({ store, keys })({ tenantId: 'acme', playerId: 'ada' });
    expect(await address()).toBeUndefined();
    await setProfile(dependencies, context('1'), 'ada', { displayName: 'Ada' });
    expect(await address()).toBeUndefined();
    await setProfile(dependencies, context('2'), 'ada', { displayName: 'Ada', email: 'ada@example.org' });
    expect(await address()).toBe('ada@example.org');
    await forgetPlayer(dependencies, context('3'), 'ada');
    expect(await address()).toBeUndefined();
  });
});
