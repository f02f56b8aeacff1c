import type { Check, Subject } from '../../shared/domain/proof/check.ts';
import { useTexts } from '../i18n/texts.ts';
import { verifyTexts } from './texts.ts';

const SUBJECTS = { receipt: 'ofReceipt', event: 'ofEvent', 'kick-off': 'ofKickOff' } as const;

/** Why a check fails, and where to look. */
const Fault = ({ check: { fields, expected, found, reason } }: { readonly check: Check }) => {
  const t = useTexts(verifyTexts);
  return (
    <div className="fault small">
      <p>
        {t('where')}{' '}
        {fields.map(field => (
          <code key={field}>{field === '' ? t('whole') : field}</code>
        ))}
      </p>
      {expected !== undefined && (
        <p>
          {t('expected')} <code>{expected}</code>
          <br />
          {t('found')} <code>{found}</code>
        </p>
      )}
      <p className="muted" lang="en">
        {reason}
      </p>
    </div>
  );
};

const Item = ({ check }: { readonly check: Check }) => {
  const t = useTexts(verifyTexts);
  const { name, holds } = check;
  return (
    <li className={holds ? 'holds' : 'breaks'}>
      <span className="mark">
        <span aria-hidden="true">{holds ? '✓' : '✗'}</span> {t(holds ? 'passed' : 'failed')}
      </span>
      <div>
        <p>{t(holds ? name : `${name}Fails`)}</p>
        {!holds && <Fault check={check} />}
      </div>
    </li>
  );
};

/** Every check with its result, by what it is about. */
export const Checks = ({ checks }: { readonly checks: readonly Check[] }) => {
  const t = useTexts(verifyTexts);
  const subjects = [...new Set(checks.map(({ subject }) => subject))] as readonly Subject[];
  return (
    <section className="card stack" aria-labelledby="checks-heading">
      <h2 id="checks-heading">{t('checks')}</h2>
      {subjects.map(subject => (
        <div key={subject}>
          <h3>{t(SUBJECTS[subject])}</h3>
          <ul className="checks">
            {checks
              .filter(check => check.subject === subject)
              .map(check => (
                <Item key={check.name} check={check} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
};
