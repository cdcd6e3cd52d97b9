import { subtreeRange } from '@hongxin/rules/mechanism';
import { useTools } from '@hongxin/plugin-foundation/client-v2';
import React, { useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { NAMESPACE } from '../constants';
import { AreaSelect } from './AreaSelect';
import { pageNarrowings } from './page-narrowings';
import { usePageNarrowing } from './use-page-narrowing';

export interface PageArea {
  /** Digits of the area that the page is narrowed to, or null. */
  areaCode: string | null;
  /** Holds records to that area, in NocoBase's terms; empty where there is none. */
  filter: Readonly<Record<string, unknown>>;
  /** Where the reader chooses it; null where there is nothing to choose from. */
  chooser: React.ReactElement | null;
}

/**
 * The area that a page is narrowed to, for blocks that read their records themselves.
 * @param width of the chooser in px
 */
export function usePageArea(width: number): PageArea {
  const { t } = useTools().speaking(NAMESPACE);
  const location = useLocation();
  const [page] = useState(() => pageNarrowings.arriveAt(location));
  const { choices, narrowing, choose } = usePageNarrowing(page);
  const { areaCode } = narrowing;
  const chooser =
    choices.areas.length < 2 && areaCode === null ? null : (
      <span style={{ display: 'inline-block', width, maxWidth: '100%' }}>
        <AreaSelect
          areas={choices.areas}
          value={areaCode}
          onChange={(code) => choose({ areaCode: code })}
          t={t}
          width={width}
        />
      </span>
    );
  const filter = useMemo(() => withinArea(areaCode), [areaCode]);
  return { areaCode, filter, chooser };
}

function withinArea(areaCode: string | null): Record<string, unknown> {
  if (areaCode === null) return {};
  const { from, to } = subtreeRange(areaCode);
  return { areaCode: { $gte: from, $lt: to } };
}
