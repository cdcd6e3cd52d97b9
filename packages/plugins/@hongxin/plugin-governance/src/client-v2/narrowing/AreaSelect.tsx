import { Select } from 'antd';
import React from 'react';
import type { Translate } from '@hongxin/plugin-foundation/client-v2';
import type { AreaChoice } from '../../shared/answers';

/** Digits of a city's code; each level below adds three, and is set in by one step. */
const CITY_DIGITS = 6;
const LEVEL_DIGITS = 3;
const STEP_PX = 12;
const WIDTH_PX = 320;

export interface AreaSelectProps {
  areas: readonly AreaChoice[];
  value: string | null;
  onChange: (code: string | null) => void;
  t: Translate;
  /** In px; it gets narrower where there is no room. */
  width?: number;
}

/** The caller's areas, searched by name and set in by level; empty means all of them. */
export function AreaSelect({ areas, value, onChange, t, width = WIDTH_PX }: AreaSelectProps): React.ReactElement {
  const top = Math.min(...areas.map(({ code }) => code.length), Number.MAX_SAFE_INTEGER);
  return (
    <Select
      aria-label={t('区域')}
      showSearch
      allowClear
      optionFilterProp="label"
      placeholder={t('本人全部区域')}
      value={areas.length === 0 ? null : value} // no bare digits until names are known
      onChange={(code: string | undefined) => onChange(code ?? null)}
      options={areas.map((area) => ({ value: area.code, label: area.name }))}
      optionRender={({ value: code, label }) => (
        <span style={{ paddingInlineStart: stepsBelow(String(code), Math.max(top, CITY_DIGITS)) * STEP_PX }}>
          {label}
        </span>
      )}
      popupMatchSelectWidth={false}
      style={{ width: '100%', maxWidth: width }}
    />
  );
}

const stepsBelow = (code: string, top: number): number => Math.max(0, (code.length - top) / LEVEL_DIGITS);
