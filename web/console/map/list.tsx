import type { SystemMap } from '../../../client/system-map.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { ScrollBox } from '../scroll-box.tsx';
import type { Load } from './load.ts';
import { useNames } from './names.ts';
import { mapTexts } from './texts.ts';

/** The map as a list: for who cannot see the picture, or has no room for it. */
export const List = ({
  map,
  loads,
  onChoose,
}: {
  readonly map: SystemMap;
  readonly loads: ReadonlyMap<string, Load>;
  readonly onChoose: (id: string) => void;
}) => {
  const t = useTexts(mapTexts);
  const names = useNames();
  const { number } = useFormat();
  const value = (count: number | undefined, digits = 0): string => (count === undefined ? '' : number(count, digits));
  return (
    <ScrollBox label={t('caption')}>
      <table>
        <caption>{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('handler')}</th>
            <th scope="col" className="number">
              {t('rate')}
            </th>
            <th scope="col" className="number">
              {t('waiting')}
            </th>
            <th scope="col" className="number">
              {t('deadLetters')}
            </th>
          </tr>
        </thead>
        <tbody>
          {map.nodes.map(({ id, name, kind, handler }) => {
            const { perMinute, waiting, deadLetters } = loads.get(id) ?? {};
            return (
              <tr key={id}>
                <th scope="row">
                  <button type="button" className="quiet" onClick={() => onChoose(id)}>
                    {name}
                  </button>
                </th>
                <td>{names.ofKind(kind)}</td>
                <td>{handler}</td>
                <td className="number">{value(perMinute, 1)}</td>
                <td className="number">{value(waiting)}</td>
                <td className="number">{value(deadLetters)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
};
