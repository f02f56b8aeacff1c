import { useEffect, useRef, useState } from 'react';
import { type Examination, examineReceipt } from '../../shared/domain/proof/receipt.ts';
import { useTexts } from '../i18n/texts.ts';
import { Page } from '../ui/page.tsx';
import { Checks } from './checks.tsx';
import { webDigest } from './digest.ts';
import { handedOver, type ReceiptFile } from './handed.ts';
import { NotProven, Proven } from './proven.tsx';
import { Source } from './source.tsx';
import { verifyTexts } from './texts.ts';
import './verify.css';

interface Checked {
  readonly name: string;
  readonly examination: Examination;
}

/** A text field may have lost the line break that a file ends with. */
const examine = async ({ name, text }: ReceiptFile): Promise<Checked> => {
  const whole = name === '' ? `${text.trim()}\n` : text;
  return { name, examination: await examineReceipt(webDigest, whole) };
};

/** Whether it holds, in a sentence that gets the focus. */
const Verdict = ({ checked: { name, examination } }: { readonly checked: Checked }) => {
  const t = useTexts(verifyTexts);
  const shown = useRef<HTMLParagraphElement>(null);
  const { checks } = examination;
  const failed = checks.filter(({ holds }) => !holds).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another receipt is looked at anew
  useEffect(() => shown.current?.focus(), [examination]);
  const values = { name, failed, all: checks.length };
  const key = failed === 0 ? 'holds' : 'fails';
  return (
    <p ref={shown} tabIndex={-1} className={failed === 0 ? 'notice verdict' : 'notice bad verdict'}>
      <span aria-hidden="true">{failed === 0 ? '✓ ' : '✗ '}</span>
      {t(name === '' ? key : `${key}File`, values)}
    </p>
  );
};

const Result = ({ checked }: { readonly checked: Checked }) => {
  const { checks, receipt } = checked.examination;
  return (
    <>
      <Verdict checked={checked} />
      {receipt && <Proven receipt={receipt} />}
      <Checks checks={checks} />
      {receipt && <NotProven key={receipt.proof.anchor.hash} receipt={receipt} />}
    </>
  );
};

/** Checks a receipt in the browser, for anybody. */
const Verify = () => {
  const t = useTexts(verifyTexts);
  const [checked, setChecked] = useState<Checked>();
  const [unreadable, setUnreadable] = useState(false);
  const take = (file: ReceiptFile): void => {
    setUnreadable(false);
    void examine(file).then(setChecked);
  };
  useEffect(() => {
    const file = handedOver();
    if (file) void examine(file).then(setChecked);
  }, []);
  const canHash = globalThis.crypto?.subtle !== undefined;
  return (
    <Page title={t('title')}>
      <p>{t('lead')}</p>
      {canHash ? (
        <Source take={take} failed={() => setUnreadable(true)} />
      ) : (
        <p role="alert" className="notice bad">
          {t('noCrypto')}
        </p>
      )}
      {unreadable && (
        <p role="alert" className="notice bad">
          {t('unreadable')}
        </p>
      )}
      {checked && <Result checked={checked} />}
    </Page>
  );
};

export default Verify;
