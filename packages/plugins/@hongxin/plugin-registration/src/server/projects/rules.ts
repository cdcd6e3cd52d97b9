import {
  keyOf,
  selectRows,
  touches,
  type Candidate,
  type RecordRule,
  type Scope,
  type RecordCare,
} from '@hongxin/plugin-foundation';
import { registrationReason } from '../reasons';
import { completeUnit } from '../units/liaisons';

interface Need {
  title: string;
  state: string;
  areaId: string;
  areaCode: string;
}

/** A project lies where its need does, and is its unit's. */
export const completeProjects: RecordRule = async (candidates, scope) => {
  for (const candidate of candidates) {
    const { record } = candidate;
    if (touches(record, 'unitId')) await completeUnit(candidate, scope);
    if (touches(record, 'needId', 'areaId')) await placeProject(candidate, scope);
    if (touches(record, 'resourceId', 'unitId')) await checkResource(candidate, scope);
  }
};

async function placeProject({ record, refuse, set }: Candidate, scope: Scope): Promise<void> {
  const needId = keyOf(record, 'needId');
  if (needId === null) {
    if (keyOf(record, 'areaId') === null) refuse(registrationReason('PROJECT_AREA_MISSING', {}, 'areaId'));
    return;
  }
  const [need] = await selectRows<Need>(
    scope,
    'SELECT title, state, "areaId"::text AS "areaId", "areaCode" FROM {hxNeeds} WHERE id = :needId',
    { needId },
  );
  if (!need) return; // the foreign key refuses it
  set('areaId', Number(need.areaId));
  set('areaCode', need.areaCode);
  if (record.isNewRecord && need.state !== 'published')
    refuse(registrationReason('NEED_NOT_OPEN', { title: need.title }, 'needId'));
}

async function checkResource({ record, refuse }: Candidate, scope: Scope): Promise<void> {
  const resourceId = keyOf(record, 'resourceId');
  if (resourceId === null) return;
  const [resource] = await selectRows<{ title: string; unitId: string; state: string }>(
    scope,
    'SELECT title, "unitId"::text AS "unitId", state FROM {hxResources} WHERE id = :resourceId',
    { resourceId },
  );
  if (resource && (resource.unitId !== keyOf(record, 'unitId') || resource.state !== 'offered'))
    refuse(registrationReason('RESOURCE_NOT_OF_UNIT', { title: resource.title }, 'resourceId'));
}

/** What the community has been promised is not changed afterwards; how many people are wanted may be. */
export const careOfProjects: RecordCare = {
  editable: {
    while: [{ in: ['draft'] }, { in: ['claimed', 'inProgress'], fields: ['headCount'] }],
    because: (project) => registrationReason('PROJECT_FORBIDS_CHANGES', { title: String(project.get('title')) }),
  },
};
