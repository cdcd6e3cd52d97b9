import { type i18n as Translations } from 'i18next';
import { COUNTED_EXACTLY } from '../../shared/counted-exactly';
import { NAMESPACE } from '../constants';

/** NocoBase's text under a table. */
const TOTAL = 'Total {{count}} items';
const HOST = 'client';
const FORMAT = 'hxCounted';

/** Where the server has not counted on, a table says that there are more than so many. */
export function sayMoreThan(i18n: Translations): void {
  const { language } = i18n;
  i18n.services.formatter?.add(FORMAT, (count: number) =>
    count > COUNTED_EXACTLY
      ? i18n.t('超过{{count}}', { ns: NAMESPACE, count: count - (count % COUNTED_EXACTLY) })
      : String(count),
  );
  const text = (i18n.getResource(language, HOST, TOTAL) as string | undefined) ?? TOTAL;
  i18n.addResource(language, HOST, TOTAL, text.replace('{{count}}', `{{count, ${FORMAT}}}`));
}
