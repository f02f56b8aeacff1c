import type { DemoState, Speed } from '../../client/demo.ts';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { barTexts } from './bar-texts.ts';

const speedOf = (value: string): Speed => (value === 'fastest' ? value : Number(value));

/** How fast the season goes by. A speed that none of the choices has, was given at the command line. */
export const SpeedChoice = ({
  state: { speed, speeds },
  choose,
}: {
  readonly state: DemoState;
  readonly choose: (speed: Speed) => void;
}) => {
  const t = useTexts(barTexts);
  const format = useFormat();
  const all = speeds.includes(speed) ? speeds : [speed, ...speeds];
  return (
    <label className="demo-choice">
      <span className="hidden">{t('speed')}</span>
      <select value={String(speed)} onChange={({ target }) => choose(speedOf(target.value))}>
        {all.map(one => (
          <option key={one} value={String(one)}>
            {one === 'fastest' ? t('fastest') : t('aMinute', { number: format.number(one, one % 1 === 0 ? 0 : 1) })}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Which season is played. */
export const SeasonChoice = ({
  state: { season, seasons },
  choose,
}: {
  readonly state: DemoState;
  readonly choose: (season: string) => void;
}) => {
  const t = useTexts(barTexts);
  return (
    <label className="demo-choice wide">
      <span className="hidden">{t('season')}</span>
      <select value={season.name} onChange={({ target }) => choose(target.value)}>
        {seasons.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
};
