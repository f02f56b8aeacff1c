import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useApi } from '../api/api.tsx';
import { ask, ProblemError } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Failure } from '../ui/states.tsx';
import { handOver } from '../verify/handed.ts';
import { whyTexts } from './texts.ts';

/** Saves a text as a file. */
const save = (text: string, name: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** Gets a receipt, to take away or to check at once. */
export const ReceiptButtons = ({
  predictionId,
  version,
  label,
}: {
  readonly predictionId: string;
  /** Of the event; absent: the last pick. */
  readonly version?: number;
  readonly label: string;
}) => {
  const t = useTexts(whyTexts);
  const api = useApi();
  const announce = useAnnounce();
  const [, go] = useLocation();
  const name = `receipt-${predictionId}${version === undefined ? '' : `-${version}`}.json`;
  const get = useMutation<string, Error, (text: string) => void>({
    mutationFn: () => {
      const params = { path: { predictionId }, query: version === undefined ? {} : { version } };
      // The very text: its check accepts no other.
      return ask<string>(api.GET('/v1/predictions/{predictionId}/receipt', { params, parseAs: 'text' }));
    },
    onSuccess: (text, then) => then(text),
  });
  const download = (text: string) => {
    save(text, name);
    announce(t('downloaded'));
  };
  const check = (text: string) => {
    handOver({ text, name });
    go('/verify');
  };
  return (
    <div className="stack no-print">
      <div className="row">
        <button type="button" disabled={get.isPending} onClick={() => get.mutate(download)}>
          {label}
        </button>
        <button type="button" disabled={get.isPending} onClick={() => get.mutate(check)}>
          {t('checkNow')}
        </button>
      </div>
      {get.error instanceof ProblemError && get.error.code === 'not-anchored' ? (
        <p role="alert" className="notice warn">
          {t('notAnchored')}
        </p>
      ) : (
        get.error && <Failure error={get.error} />
      )}
    </div>
  );
};
