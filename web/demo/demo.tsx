import { useState } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useTexts } from '../i18n/texts.ts';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { useBill, useDemo } from './demo-api.ts';
import { Handlers } from './handlers.tsx';
import type { Observation } from './observed.tsx';
import { Picture } from './picture.tsx';
import { demoTexts } from './texts.ts';
import { Troubles } from './trouble-cards.tsx';
import './demo.css';

const Bill = () => {
  const t = useTexts(demoTexts);
  const format = useFormat();
  const { data: bill } = useBill();
  if (!bill) return null;
  return (
    <details className="card">
      <summary>{t('bill')}</summary>
      <div className="stack">
        <p>{t('billText', { total: format.number(bill.total, 4) })}</p>
        <table>
          <tbody>
            {bill.lines.map(({ name, count, dollars }) => (
              <tr key={name}>
                <th scope="row">{t(`bill_${name}`)}</th>
                <td className="number">{format.number(count)}</td>
                <td className="number">{format.number(dollars, 6)} USD</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

/** What event sourcing is, to be watched and to be tried to break. */
const Demo = () => {
  const t = useTexts(demoTexts);
  const { data: state, error, refetch } = useDemo();
  const [observation, observe] = useState<Observation>();
  return (
    <Page title={t('title')}>
      <p>{t('lead')}</p>
      <p>{t('lead2')}</p>
      <p>{t('try')}</p>
      {state ? (
        <>
          <Picture counts={state.counts} />
          <Troubles state={state} observation={observation} observe={observe} />
          <Handlers state={state} />
          <Bill />
        </>
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
};

export default Demo;
