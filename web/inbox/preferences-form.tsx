import { type FormEvent, useState } from 'react';
import { ProblemError } from '../api/problem.ts';
import { useLanguage } from '../i18n/language.ts';
import { LanguageSelect } from '../i18n/language-select.tsx';
import { useTexts } from '../i18n/texts.ts';
import { Failure, Loading } from '../ui/states.tsx';
import { type Preferences, usePreferences, useSavePreferences } from './data.ts';
import { inboxTexts } from './texts.ts';

const TOPICS = ['results', 'corrections', 'reminders', 'highConfidence'] as const;
const CHANNELS = ['inbox', 'mail'] as const;

const Table = ({
  preferences,
  change,
}: {
  readonly preferences: Preferences;
  readonly change: (preferences: Preferences) => void;
}) => {
  const t = useTexts(inboxTexts);
  return (
    <table>
      <caption>{t('preferencesCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('topic')}</th>
          {CHANNELS.map(channel => (
            <th key={channel} scope="col">
              {t(channel)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TOPICS.map(topic => (
          <tr key={topic}>
            <th scope="row">{t(topic)}</th>
            {CHANNELS.map(channel => (
              <td key={channel}>
                <input
                  type="checkbox"
                  aria-label={`${t(topic)}: ${t(channel)}`}
                  checked={preferences[topic][channel]}
                  onChange={({ target }) =>
                    change({ ...preferences, [topic]: { ...preferences[topic], [channel]: target.checked } })
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Form = ({ saved, readAgain }: { readonly saved: Preferences; readonly readAgain: () => void }) => {
  const t = useTexts(inboxTexts);
  const spoken = useLanguage();
  // Who has chosen nothing yet reads mails in the language of the page.
  const [wanted, want] = useState(() => (saved.version === 0 ? { ...saved, language: spoken } : saved));
  const save = useSavePreferences();
  const change = (preferences: Preferences): void => {
    save.reset();
    want(preferences);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(wanted, { onSuccess: want });
  };
  const { error } = save;
  const isOld = error instanceof ProblemError && error.status === 412;
  return (
    <form className="stack" onSubmit={submit}>
      <Table preferences={wanted} change={change} />
      <LanguageSelect
        label={t('language')}
        value={wanted.language}
        choose={language => change({ ...wanted, language })}
      />
      {error && !isOld && <Failure error={error} />}
      {isOld && (
        <p role="alert" className="notice warn">
          {t('changedMeanwhile')}
        </p>
      )}
      <div className="row">
        {isOld ? (
          <button type="button" className="primary" onClick={readAgain}>
            {t('showNewest')}
          </button>
        ) : (
          <button type="submit" className="primary" disabled={save.isPending}>
            {t('save')}
          </button>
        )}
        <output>{save.isSuccess && t('saved')}</output>
      </div>
    </form>
  );
};

/** Which notifications I want, and where. */
export const PreferencesForm = () => {
  const { data, error, refetch } = usePreferences();
  const [turn, setTurn] = useState(0);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const readAgain = async (): Promise<void> => {
    await refetch();
    setTurn(now => now + 1);
  };
  return <Form key={turn} saved={data} readAgain={() => void readAgain()} />;
};
