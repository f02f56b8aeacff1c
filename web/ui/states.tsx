import { NetworkError, ProblemError } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.ts';
import { uiTexts } from './texts.ts';

/** Something is on its way. */
export const Loading = () => {
  const t = useTexts(uiTexts);
  return (
    <output className="muted loading" aria-live="polite">
      {t('loading')}
    </output>
  );
};

const kindOf = (error: Error) => {
  if (error instanceof NetworkError) return 'network';
  if (!(error instanceof ProblemError)) return 'broken';
  if (error.status === 401 || error.status === 403) return 'notAllowed';
  if (error.status === 404) return 'notFound';
  return error.retryAfter === undefined ? 'broken' : 'later';
};

/** Something failed: what, in words, and a way on. What the API said, which is English, is beside it where it tells more. */
export const Failure = ({ error, retry }: { readonly error: Error; readonly retry?: () => void }) => {
  const t = useTexts(uiTexts);
  return (
    <div role="alert" className="notice bad stack">
      <p>{t(kindOf(error))}</p>
      {error instanceof ProblemError && error.status !== 404 && (
        <p className="small muted" lang="en">
          {error.message}
        </p>
      )}
      {retry && (
        <div>
          <button type="button" onClick={retry}>
            {t('retry')}
          </button>
        </div>
      )}
    </div>
  );
};
