import { describe, it } from 'vitest';
import { type PlayerEvent, playerDecider } from '../../shared/domain/player.ts';
import { scenariosOf } from './scenario.ts';

const given = scenariosOf(playerDecider);
const playerId = 'p-1';
const registered: PlayerEvent = { type: 'player.registered', data: { playerId, personal: 'k.1.2.3' } };
const changed: PlayerEvent = { type: 'player.profile-changed', data: { playerId, personal: 'k.4.5.6' } };
const forgotten: PlayerEvent = { type: 'player.forgotten', data: { playerId } };
const set = (personal: string) => ({ type: 'set-profile' as const, playerId, personal });

describe('a player', () => {
  it('registers by setting a profile, and changes it', () => {
    given().when(set('k.1.2.3')).decides(registered);
    given(registered).when(set('k.4.5.6')).decides(changed);
    given(registered, changed)
      .when(set('k.1.2.3'))
      .decides({ ...changed, data: { playerId, personal: 'k.1.2.3' } });
  });
  it('changes nothing by setting what is set', () => {
    given(registered).when(set('k.1.2.3')).changesNothing();
    given(registered, changed).when(set('k.4.5.6')).changesNothing();
  });
  it('is forgotten, once', () => {
    given(registered).when({ type: 'forget' }).decides(forgotten);
    given(registered, changed).when({ type: 'forget' }).decides(forgotten);
    given(registered, forgotten).when({ type: 'forget' }).changesNothing();
  });
  it('cannot be forgotten before anything is known', () => {
    given().when({ type: 'forget' }).isRefused('unknown-player');
  });
  it('does not come back', () => {
    given(registered, forgotten).when(set('k.4.5.6')).isRefused('forgotten');
    given(registered, forgotten).when(set('k.1.2.3')).isRefused('forgotten');
  });
});
