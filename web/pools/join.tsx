import { useState } from 'react';
import { useParams } from 'wouter';
import { useTexts } from '../i18n/texts.ts';
import { Page } from '../ui/page.tsx';
import { JoinForm } from './join-form.tsx';
import { poolsTexts } from './texts.ts';
import './pools.css';

/** Where the link of an invite leads: nobody joins by a click on a link alone. */
const Join = () => {
  const t = useTexts(poolsTexts);
  const { code } = useParams<{ code?: string }>();
  const [given] = useState(() => code ?? decodeURIComponent(location.hash.slice(1)));
  return (
    <Page title={t('joinTitle')}>
      <p>{t('joinLead')}</p>
      <JoinForm initially={given} />
    </Page>
  );
};

export default Join;
