import { makeCreditCode } from '@hongxin/rules/mechanism';
import type { FictitiousPhones } from './fictitious-phone';
import { personName } from './person-names';
import type { Random } from './random';
import type { AreaRow, WorkUnitRow } from './types';

/** Kinds of units with the head of their credit codes (GB 32100: registering department and kind) and their weight in members. */
const KINDS: Readonly<Record<string, { head: string; weight: number; superior: string | null }>> = {
  agency: { head: '11', weight: 5, superior: '市直机关工委' },
  institution: { head: '12', weight: 5, superior: '市直机关工委' },
  stateEnterprise: { head: '91', weight: 6, superior: '市国资委党委' },
  newOrganization: { head: '91', weight: 3, superior: '市两新工委' },
  school: { head: '12', weight: 5, superior: '市委教育工委' },
  lawFirm: { head: '31', weight: 1, superior: '市律师行业党委' },
  clinic: { head: '52', weight: 1, superior: null },
  policeRoom: { head: '11', weight: 1, superior: null },
  otherResident: { head: '91', weight: 2, superior: null },
};

/** Generic or made-up names: none is the registered name of an existing body. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  agency: [
    '市发展改革部门',
    '市财政部门',
    '市民政部门',
    '市司法部门',
    '市人社部门',
    '市自然资源部门',
    '市住建部门',
    '市交通部门',
    '市水利部门',
    '市农业农村部门',
    '市商务部门',
    '市文旅部门',
    '市卫健部门',
    '市应急部门',
    '市审计部门',
    '市市场监管部门',
    '市统计部门',
    '市医保部门',
    '市行政审批部门',
    '市综合执法部门',
    '市信访部门',
    '市税务部门',
    '市气象部门',
    '市海洋渔业部门',
    '市总工会机关',
    '团市委机关',
    '市妇联机关',
    '市科协机关',
    '市残联机关',
    '市档案部门',
  ],
  institution: [
    '市人民医院示范院区',
    '市中医药示范医院',
    '市妇幼保健中心',
    '市疾控中心',
    '市图书馆',
    '市文化馆',
    '市博物馆',
    '市融媒体中心',
    '市公共就业中心',
    '市社保服务中心',
    '市住房公积金服务部',
    '市不动产登记中心',
    '市环卫服务中心',
    '市园林服务中心',
    '市公路服务中心',
    '市水文站',
    '市农技推广中心',
    '市植保站',
    '市动物防疫中心',
    '市公证处',
    '市救助站',
    '市体育事业中心',
    '市大数据中心',
    '市政务服务中心',
  ],
  stateEnterprise: [
    '龙兴城建集团',
    '港汇港务公司',
    '莱都水务公司',
    '海润热力公司',
    '同济公交公司',
    '黄水河供水公司',
    '万家燃气公司',
    '海岱粮食储备库',
    '龙兴文旅公司',
    '莱都国有资产公司',
    '海岳石化物流公司',
    '东海港航服务公司',
    '莱都电力服务公司',
    '海润盐业公司',
    '龙兴农商支行',
    '万家惠民支行',
  ],
  newOrganization: [
    '海之味食品公司',
    '龙粉源粉丝厂',
    '莱光电子公司',
    '东江精密铸造公司',
    '徐福旅行社',
    '海韵家政公司',
    '桑岛渔业合作社',
    '龙汽零部件公司',
    '海蓝葡萄酒庄',
    '锦绣装饰公司',
    '同心社工服务中心',
    '邻里公益促进会',
    '阳光养老服务中心',
    '小海星托育园',
    '百合心理服务中心',
    '龙飞快递公司',
    '捷达外卖服务站',
    '新航网络科技公司',
    '海悦酒店',
    '嘉元超市',
    '万果园果品公司',
    '滨海船舶修造公司',
    '瑞禾农资公司',
    '润物职业培训中心',
    '和风物业公司',
    '安居物业公司',
    '馨家物业公司',
  ],
  school: [
    '锦里小学',
    '府东小学',
    '文昌中学',
    '学苑中学',
    '润新小学',
    '港城中学',
    '滨海小学',
    '朝阳小学',
    '康泰小学',
    '兴华中学',
    '嘉元小学',
    '徐福中学',
    '登瀛小学',
    '东江中学',
    '振兴小学',
    '怡园幼儿园',
    '花园幼儿园',
    '海韵幼儿园',
    '职业教育中心',
    '特殊教育学校',
  ],
  lawFirm: ['明衡律师事务所', '海信达律师事务所', '正言律师事务所', '允中律师事务所', '清源律师事务所'],
  clinic: [
    '锦里社区卫生室',
    '润新社区卫生室',
    '康泰社区卫生室',
    '登瀛社区卫生室',
    '东江社区卫生室',
    '果品社区卫生室',
    '通海社区卫生室',
    '朝阳社区卫生室',
  ],
  policeRoom: [
    '锦里社区警务室',
    '府东社区警务室',
    '润新社区警务室',
    '滨海社区警务室',
    '康泰社区警务室',
    '兴华社区警务室',
    '徐福社区警务室',
    '东海社区警务室',
    '江畔社区警务室',
    '振兴社区警务室',
  ],
  otherResident: [
    '锦里邻里集市',
    '府东便民服务点',
    '润新邮政网点',
    '港城供水站',
    '康泰农贸市场',
    '嘉和幼托点',
    '乐天文化站',
    '锦绣银行网点',
    '平安消防站',
    '海晏旅游驿站',
  ],
};

/** Units and how many of their members register where they live; the counts come with the members. */
export function generateWorkUnits(random: Random, areas: readonly AreaRow[], phones: FictitiousPhones): WorkUnitRow[] {
  const communities = areas.filter((area) => area.level === 'community');
  const rows: WorkUnitRow[] = [];
  for (const [kind, names] of Object.entries(NAMES)) {
    for (const name of names) {
      const seat =
        communities.find((community) => name.startsWith(community.name.replace('社区', ''))) ??
        random.pick(communities);
      const { head, superior } = KINDS[kind];
      rows.push({
        key: name,
        name,
        kind,
        creditCode: makeCreditCode(rows.length + 1, head),
        superior: superior ?? seat.name,
        partyOrganization: `${name}党支部`,
        areaCode: seat.code,
        address: `龙口市${seat.name.replace('社区', '路')}${random.integer(1, 260)}号`,
        contactName: personName(random, random.chance(0.5) ? 'male' : 'female', 1970 + random.integer(0, 28)),
        contactPhone: phones.next(),
        memberCount: 0,
        liaison: null,
      });
    }
  }
  return rows;
}

/** How likely a member works in a unit, relative to the others. */
export function workUnitWeight(unit: WorkUnitRow): number {
  return KINDS[unit.kind].weight;
}
