import React, { useEffect } from 'react';
import type { Translate } from '../locale';
import type { GovernanceRequests } from '../requests/governance';
import { AreaSelect } from './AreaSelect';
import { useAreas } from './use-areas';
import { usePageArea } from './use-page-area';

const WIDTH_PX = 220;

export interface AreaFilterProps {
  /** The page whose lists are narrowed together. */
  page: string;
  api: object;
  requests: Pick<GovernanceRequests, 'areas'>;
  t: Translate;
  /** Reads the list again, narrowed to the area. It has to be the same function as long as the list is the same. */
  onNarrow: (areaCode: string | null) => void;
}

/** The area a list is narrowed to, always in sight where there is more than one to choose from. */
export function AreaFilter({ page, api, requests, t, onNarrow }: AreaFilterProps): React.ReactElement | null {
  const areas = useAreas(api, requests);
  const { areaCode, choose } = usePageArea(page);
  useEffect(() => onNarrow(areaCode), [areaCode, onNarrow]);
  if (areas.length < 2 && areaCode === null) return null;
  return (
    <div style={{ display: 'inline-block', width: WIDTH_PX, maxWidth: '100%' }}>
      <AreaSelect areas={areas} value={areaCode} onChange={choose} t={t} width={WIDTH_PX} />
    </div>
  );
}
