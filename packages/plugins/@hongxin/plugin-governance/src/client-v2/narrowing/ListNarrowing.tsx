import { Tag } from 'antd';
import React, { useEffect } from 'react';
import { useTools } from '@hongxin/plugin-foundation/client-v2';
import { AreaSelect } from './AreaSelect';
import { figureOf } from './narrowing-once';
import { usePageNarrowing } from './use-page-narrowing';

const WIDTH_PX = 220;

/** What a list is held to. */
export interface Held {
  areaCode: string | null;
  /** What a figure counted, in NocoBase's terms. */
  counted: Readonly<Record<string, unknown>> | null;
}

export interface ListNarrowingProps {
  /** The page whose lists are narrowed together. */
  page: string;
  collection: string;
  /** Reads the list again. It has to be the same function as long as the list is the same. */
  onNarrow: (held: Held) => void;
}

/** What a list is narrowed to, always in sight: the area, where there are several, and the figure that led here. */
export function ListNarrowing(props: ListNarrowingProps): React.ReactElement | null {
  const { page, collection, onNarrow } = props;
  const { t, language } = useTools();
  const { choices, isAnswered, narrowing, choose } = usePageNarrowing(page);
  const { areaCode } = narrowing;
  const figure = figureOf(choices, narrowing.figure, collection);
  const counted = figure?.filter ?? null;
  const isKnown = isAnswered || narrowing.figure === null;
  useEffect(() => {
    if (isKnown) onNarrow({ areaCode, counted });
  }, [isKnown, areaCode, counted, onNarrow]);
  if (choices.areas.length < 2 && areaCode === null && !figure) return null;
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8, maxWidth: '100%' }}>
      {(choices.areas.length > 1 || areaCode !== null) && (
        <span style={{ display: 'inline-block', width: WIDTH_PX }}>
          <AreaSelect
            areas={choices.areas}
            value={areaCode}
            onChange={(code) => choose({ areaCode: code })}
            t={t}
            width={WIDTH_PX}
          />
        </span>
      )}
      {figure && (
        <Tag color="red" closable onClose={() => choose({ figure: null })} style={{ marginInlineEnd: 0 }}>
          {t('仅看：{{what}}', { what: figure.title[language] })}
        </Tag>
      )}
    </span>
  );
}
