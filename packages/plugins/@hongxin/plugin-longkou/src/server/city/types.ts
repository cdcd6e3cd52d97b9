import type { AreaLevel } from '@hongxin/rules/mechanism';
import type { Formation, OrganizationLevel } from '@hongxin/rules/governance';
import type { DemoPostType } from './post-types';

/**
 * The demo city as plain data. Rows point at each other by natural keys (area codes, person and organisation keys);
 * the loader turns them into ids.
 */
export interface City {
  /** ISO day the city was made for: terms and dates are relative to it. */
  today: string;
  areas: AreaRow[];
  organizations: OrganizationRow[];
  workUnits: WorkUnitRow[];
  persons: PersonRow[];
  posts: PostRow[];
  households: HouseholdRow[];
  registrations: RegistrationRow[];
  unitRegistrations: UnitRegistrationRow[];
}

export type Gender = 'male' | 'female';
export type EstateType = 'old' | 'new' | 'migratory';

export interface AreaRow {
  code: string;
  name: string;
  level: AreaLevel;
  parentCode: string | null;
  estateType: EstateType | null;
  householdCount: number;
  address: string | null;
  featured: boolean;
  featureName: string | null;
}

export interface OrganizationRow {
  /** `<level>/<area code>`: an area is home to at most one organisation of a level. */
  key: string;
  name: string;
  level: OrganizationLevel;
  parentKey: string | null;
  formation: Formation;
  areaCode: string;
  /** Areas besides the home area, for joint and integrated ones. */
  otherAreaCodes: string[];
  establishedOn: string;
  memberCount: number;
  brand: string | null;
}

export type PoliticalStatus = 'partyMember' | 'probationaryMember' | 'leagueMember' | 'masses';

export interface PersonRow {
  key: string;
  name: string;
  gender: Gender;
  phone: string;
  politicalStatus: PoliticalStatus;
  birthYear: number;
  areaCode: string;
  doorNumber: string | null;
  stewardCategory: string | null;
  governingKind: string | null;
  skills: string[];
  /** Username of the demo account this person signs in with. */
  username: string | null;
}

export interface PostRow {
  personKey: string;
  postType: DemoPostType;
  organizationKey: string | null;
  areaCode: string;
  startsOn: string;
  endsOn: string | null;
  selection: string;
  publicityFrom: string | null;
  publicityTo: string | null;
  services: string[];
  duties: string[];
}

export interface HouseholdRow {
  organizationKey: string;
  areaCode: string;
  doorNumber: string;
  headName: string;
  phone: string;
  memberCount: number;
  careTags: string[];
}

export interface WorkUnitRow {
  key: string;
  name: string;
  kind: string;
  creditCode: string;
  superior: string | null;
  partyOrganization: string;
  areaCode: string;
  address: string;
  contactName: string;
  contactPhone: string;
  memberCount: number;
  /** Username of the demo account that is the unit's liaison. */
  liaison: string | null;
}

export interface RegistrationStep {
  transition: string;
  /** Date and time with offset. */
  at: string;
  opinion: string | null;
  values: Record<string, unknown>;
}

export type RegistrationState =
  'draft' | 'submitted' | 'returned' | 'unitConfirmed' | 'accepted' | 'onRoll' | 'transferred' | 'cancelled';

export interface RegistrationRow {
  personKey: string;
  workUnitKey: string;
  position: string;
  homeAreaCode: string;
  /** The community reported to. */
  areaCode: string;
  doorNumber: string;
  skills: string[];
  serviceIntentions: string[];
  availableTimes: string[];
  /** The community of the same street a transferred member moved to. */
  transferToAreaCode: string | null;
  state: RegistrationState;
  draftedAt: string;
  /** The way through the process; the last one leads to the row's state. */
  steps: RegistrationStep[];
}

export type UnitRegistrationState =
  'draft' | 'submitted' | 'returned' | 'accepted' | 'onRoll' | 'transferred' | 'cancelled';

export interface UnitRegistrationRow {
  workUnitKey: string;
  /** The community reported to: that of the unit's seat. */
  areaCode: string;
  /** The community of the same street a moved unit went to. */
  transferToAreaCode: string | null;
  serviceTeam: string;
  contributions: string[];
  contactName: string;
  contactPhone: string;
  state: UnitRegistrationState;
  draftedAt: string;
  /** The way through the process; the last one leads to the row's state. */
  steps: RegistrationStep[];
}
