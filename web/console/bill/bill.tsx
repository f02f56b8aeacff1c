import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/texts.ts';
import { useSession } from '../../session/session.tsx';
import { ScrollBox } from '../scroll-box.tsx';
import { billTexts } from './texts.ts';

const NAMES = ['requests', 'invocations', 'gbSeconds', 'writeUnits', 'readUnits', 'events', 'queueRequests'] as const;
type Name = (typeof NAMES)[number];

/** What has been used since the start, and what that would have cost on AWS: counted by the machine that the page is on. */
interface UseBill {
  readonly lines: readonly { readonly name: string; readonly count: number; readonly dollars: number }[];
  readonly total: number;
  readonly currency: string;
  readonly prices: string;
  readonly notCounted: readonly string[];
}

/** Milliseconds between two looks. */
const AGAIN_MS = 10_000;
/** A season costs cents: less than one of them is to be seen too. */
const DIGITS = 4;

/** Null where nobody counts: on AWS the bill is Amazon's. */
const readBill = async (): Promise<UseBill | null> => {
  const response = await fetch('/demo/bill').catch(() => undefined);
  if (!response?.ok || !/json/.test(response.headers.get('content-type') ?? '')) return null;
  return (await response.json()) as UseBill;
};

const isName = (name: string): name is Name => NAMES.some(known => known === name);

const Lines = ({ bill }: { readonly bill: UseBill }) => {
  const t = useTexts(billTexts);
  const { number } = useFormat();
  const money = (dollars: number): string => `${number(dollars, DIGITS)} ${bill.currency}`;
  return (
    <table>
      <caption>{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col" className="number">
            {t('count')}
          </th>
          <th scope="col" className="number">
            {t('cost')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bill.lines.map(({ name, count, dollars }) => (
          <tr key={name}>
            <th scope="row">{isName(name) ? t(name) : name}</th>
            <td className="number">{number(count)}</td>
            <td className="number">{money(dollars)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('total')}
          </th>
          <td className="number">{money(bill.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
};

/** The bill so far; nothing where there is none. */
export const Bill = () => {
  const t = useTexts(billTexts);
  const { config } = useSession();
  const { data } = useQuery({
    queryKey: ['console', 'bill'],
    queryFn: readBill,
    enabled: config.demo,
    refetchInterval: AGAIN_MS,
    staleTime: 0,
  });
  if (!data) return null;
  return (
    <section className="stack" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ScrollBox label={t('caption')}>
        <Lines bill={data} />
      </ScrollBox>
      <p className="small muted">
        {data.prices}. {t('notCounted', { what: data.notCounted.join(', ') })}
      </p>
    </section>
  );
};
