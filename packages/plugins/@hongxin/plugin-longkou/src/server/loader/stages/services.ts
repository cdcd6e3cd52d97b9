import { AREA_CODE_LENGTHS } from '@hongxin/rules/mechanism';
import { Random } from '../../city/random';
import { generateServices, type CityServices } from '../../city/services';
import type { City } from '../../city/types';
import { insertRows } from '../bulk-insert';
import { performAll } from '../perform-all';
import type { Stage, StageContext } from '../stage';
import { loadPosts } from './service-posts';

/** The service data's own seed: what is added here leaves the rest of the city as it was. */
const SEED = 3706812;

/** One stage per street: numbers of needs, projects and posts are counted per street. */
export function serviceStages(city: City): Stage[] {
  const services = generateServices(city, new Random(SEED));
  return city.areas
    .filter(({ level }) => level === 'street')
    .map((street) => ({
      name: `services/${street.code}`,
      title: '三张清单与服务',
      load: (context) => loadStreet(ofStreet(services, street.code), context),
    }));
}

function ofStreet(services: CityServices, street: string): CityServices {
  const isHere = ({ areaCode }: { areaCode: string }) => areaCode.slice(0, AREA_CODE_LENGTHS.street) === street;
  return {
    needs: services.needs.filter(isHere),
    resources: services.resources.filter(isHere),
    projects: services.projects.filter(isHere),
    posts: services.posts.filter(isHere),
  };
}

async function loadStreet(services: CityServices, context: StageContext): Promise<number> {
  const needs = await loadNeeds(services, context);
  const resources = await loadResources(services, context);
  const projects = await loadProjects(services, needs, context);
  return needs.size + resources + projects + (await loadPosts(services.posts, context));
}

async function loadNeeds({ needs }: CityServices, context: StageContext): Promise<Map<string, string>> {
  const { app, transaction, references } = context;
  const rows = await Promise.all(
    needs.map(async ({ theme, areaCode, title, source, peopleWanted, times, wantedBy, raisedAt }) => ({
      title,
      serviceClassId: await references.dictionaryItem('servicePostClass', theme.serviceClass),
      areaId: await references.area(areaCode),
      source,
      peopleWanted,
      skills: theme.skills,
      times,
      wantedBy,
      createdAt: raisedAt,
    })),
  );
  const ids = await insertRows(app.db, 'hxNeeds', rows, transaction);
  const walks = needs.map(({ steps }, index) => ({ recordId: ids[index], steps }));
  for (const transition of ['review', 'publish', 'claim', 'start', 'finish', 'withdraw', 'expire'])
    await performAll('hxNeeds', transition, walks, context);
  return new Map(needs.map(({ key }, index) => [key, ids[index]]));
}

async function loadResources({ resources }: CityServices, context: StageContext): Promise<number> {
  const { app, transaction, references } = context;
  const rows = await Promise.all(
    resources.map(async ({ theme, areaCode, workUnitKey, availableFrom, availableTo }) => ({
      title: theme.resource.title,
      kind: theme.resource.kind,
      quantity: theme.resource.quantity,
      quantityUnit: theme.resource.unit,
      unitId: await references.workUnit(workUnitKey),
      areaId: await references.area(areaCode),
      serviceClassId: await references.dictionaryItem('servicePostClass', theme.serviceClass),
      skills: theme.skills,
      availableFrom,
      availableTo,
    })),
  );
  await insertRows(app.db, 'hxResources', rows, transaction);
  return rows.length;
}

async function loadProjects(
  { projects }: CityServices,
  needs: ReadonlyMap<string, string>,
  context: StageContext,
): Promise<number> {
  const { app, transaction, references } = context;
  const rows = await Promise.all(
    projects.map(async ({ theme, areaCode, workUnitKey, requireKey, steps: _steps, ...project }) => ({
      ...project,
      measures: theme.measures,
      needId: requireKey === null ? null : needs.get(requireKey),
      unitId: await references.workUnit(workUnitKey),
      areaId: await references.area(areaCode),
    })),
  );
  const ids = await insertRows(app.db, 'hxCoProjects', rows, transaction);
  const walks = projects.map(({ steps }, index) => ({ recordId: ids[index], steps }));
  for (const transition of ['claim', 'start', 'report', 'finish', 'rate'])
    await performAll('hxCoProjects', transition, walks, context);
  return rows.length;
}
