import { defineCollection } from '@nocobase/database';
import {
  belongsTo,
  byServer,
  identifier,
  localized,
  longText,
  moment,
  multipleSelect,
  personName,
  phone,
  place,
  select,
  stateField,
  text,
  yearOfRecord,
} from '@hongxin/plugin-foundation';
import { identityNumberFields, SKILL_CHOICES } from '@hongxin/plugin-governance';
import {
  AVAILABLE_TIME_CHOICES,
  CONSENT_CHOICES,
  LEAVE_REASON_CHOICES,
  SERVICE_INTENTION_CHOICES,
} from '../common/choices';
import { MEMBER_REGISTRATIONS, REGISTRATION, UNITS } from '../constants';
import { memberRegistration } from './process';

/** An in-service member's registration with the community they live in (党员报到). */
export default defineCollection(
  localized(REGISTRATION, {
    name: MEMBER_REGISTRATIONS,
    title: '党员报到',
    titleField: 'personName',
    filterTargetKey: 'id',
    logging: true,
    createdBy: true,
    updatedBy: true,
    fields: [
      identifier(),
      text('number', '报到编号', { max: 50, unique: true, readOnly: true }),
      stateField(memberRegistration),
      yearOfRecord(),
      // what the member fills in
      personName('personName', '姓名', { required: true }),
      phone('phone', '联系电话', { plain: 'draftPhone' }),
      ...belongsTo('unit', UNITS, '工作单位'),
      text('position', '职务', { max: 100 }),
      ...belongsTo('homeArea', 'hxAreas', '居住楼栋'),
      text('doorNumber', '门牌号', { max: 50, personal: 'doorNumber' }),
      ...identityNumberFields(),
      multipleSelect('skills', '特长', SKILL_CHOICES),
      multipleSelect('serviceIntentions', '服务意向', SERVICE_INTENTION_CHOICES),
      multipleSelect('availableTimes', '可服务时间', AVAILABLE_TIME_CHOICES),
      select('consentVersion', '个人信息授权', CONSENT_CHOICES, { as: 'radioGroup' }),
      moment('consentAt', '授权时间', { readOnly: true }),
      ...byServer(
        ...belongsTo('person', 'hxPersons', '党员'),
        ...belongsTo('owner', 'users', '本人账号', { label: 'nickname', onDelete: 'SET NULL' }),
        ...belongsTo('unitLiaison', 'users', '单位联络员', { label: 'nickname', onDelete: 'SET NULL' }),
        ...place('报到社区'),
        ...belongsTo('organization', 'hxOrganizations', '接收党组织'),
      ),
      longText('unitOpinion', '单位意见', { readOnly: true }),
      longText('communityOpinion', '社区意见', { readOnly: true }),
      text('receiptNumber', '回执号', { max: 50, unique: true, readOnly: true }),
      moment('receiptAt', '回执时间', { readOnly: true }),
      text('receiptToken', '回执验证码', { max: 40, unique: true, readOnly: true }),
      ...byServer(
        ...belongsTo('acceptedBy', 'users', '接收人', { label: 'nickname', onDelete: 'SET NULL' }),
        select('leaveReason', '离册原因', LEAVE_REASON_CHOICES, { readOnly: true }),
        ...belongsTo('transferToArea', 'hxAreas', '转往区域'),
        ...belongsTo('transferredFrom', MEMBER_REGISTRATIONS, '转自报到', { label: 'number' }),
      ),
    ],
  }),
);
