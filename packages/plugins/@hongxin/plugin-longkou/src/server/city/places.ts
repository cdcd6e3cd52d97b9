/**
 * The places of the demo city. The five streets and their codes are those of the national statistical code table;
 * 锦里社区, 润新社区, 锦里7号小区, 康泰路一区, 果品小区 and 府东 are named in the programme's article [seed]; every other
 * community and estate is made up. Counts [seed]: 5 streets, 39 communities, 92 estates.
 */
export const CITY = { code: '370681', name: '龙口市' } as const;

/** Names of estates by type: 老旧型 old, 新建型 new, 候鸟型 migratory. */
export interface CommunityPlace {
  name: string;
  old?: readonly string[];
  new?: readonly string[];
  migratory?: readonly string[];
}

export interface StreetPlace {
  code: string;
  name: string;
  communities: readonly CommunityPlace[];
}

export const STREETS: readonly StreetPlace[] = [
  {
    code: '370681001',
    name: '东莱街道',
    communities: [
      { name: '锦里', old: ['锦里7号小区', '锦里5号小区'], new: ['锦里花园'] },
      { name: '府东', old: ['府东一区', '府东二区'], new: ['府东雅居'] },
      { name: '文昌', old: ['文昌小区'], new: ['文昌学府'] },
      { name: '莱园', old: ['莱园小区', '莱园西区'] },
      { name: '绛水', old: ['绛水河小区'], new: ['绛水明珠'] },
      { name: '学苑', old: ['学苑小区', '学苑北区'], new: ['学苑名居'] },
      { name: '南山路', old: ['南山路一区'], new: ['南山景苑'] },
      { name: '和平', old: ['和平小区', '和平里东区'] },
      { name: '花园', old: ['花园小区'], new: ['花园新城', '花园国际'] },
    ],
  },
  {
    code: '370681002',
    name: '龙港街道',
    communities: [
      { name: '润新', old: ['润新小区'], new: ['润新家园', '润新华府'] },
      { name: '港城', old: ['港城小区', '港务家属院'] },
      { name: '海岱', old: ['海岱小区'], new: ['海岱名城'] },
      { name: '渔港', old: ['渔港小区'], migratory: ['渔港湾'] },
      { name: '滨海', new: ['滨海花园'], migratory: ['滨海雅居', '滨海度假公寓'] },
      { name: '环海', old: ['环海小区'], new: ['环海新苑'] },
      { name: '海晏', new: ['海晏庭'], migratory: ['海晏湾'] },
      { name: '朝阳', old: ['朝阳小区', '朝阳东区'], new: ['朝阳名苑'] },
    ],
  },
  {
    code: '370681003',
    name: '新嘉街道',
    communities: [
      { name: '康泰', old: ['康泰路一区', '康泰路二区', '康泰路三区'] },
      { name: '果品', old: ['果品小区'], new: ['果品新苑'] },
      { name: '嘉元', new: ['嘉元小区', '嘉元华庭'] },
      { name: '嘉和', old: ['嘉和小区'], new: ['嘉和园'] },
      { name: '兴华', old: ['兴华小区', '兴华南区'], new: ['兴华府'] },
      { name: '兴民', old: ['兴民小区', '兴民里'] },
      { name: '金沙', new: ['金沙家园'], migratory: ['金沙湾'] },
      { name: '文苑', old: ['文苑小区'], new: ['文苑雅筑', '文苑书香里'] },
    ],
  },
  {
    code: '370681004',
    name: '徐福街道',
    communities: [
      { name: '徐福', old: ['徐福小区'], new: ['徐福新城'] },
      { name: '登瀛', old: ['登瀛小区'], new: ['登瀛华庭'] },
      { name: '桑岛路', old: ['桑岛路小区'], migratory: ['桑岛听海'] },
      { name: '东海', new: ['东海花园'], migratory: ['东海月亮湾', '东海栖居'] },
      { name: '海韵', new: ['海韵家园'], migratory: ['海韵度假村'] },
      { name: '乐天', old: ['乐天小区'], new: ['乐天新居'] },
      { name: '平安', old: ['平安小区', '平安里'], new: ['平安新苑'] },
    ],
  },
  {
    code: '370681005',
    name: '东江街道',
    communities: [
      { name: '东江', old: ['东江小区'], new: ['东江花园', '东江御景'] },
      { name: '江畔', new: ['江畔人家', '江畔新城'] },
      { name: '泳汶', old: ['泳汶小区'], new: ['泳汶河畔'] },
      { name: '怡园', old: ['怡园小区'], new: ['怡园新居', '怡园东苑'] },
      { name: '通海', old: ['通海小区', '通海路西区'] },
      { name: '锦绣', new: ['锦绣家园', '锦绣华城'] },
      { name: '振兴', old: ['振兴小区'], new: ['振兴新区'] },
    ],
  },
];

/** Names of featured buildings [seed: 45 of them; 府东's "向日葵楼栋" is in the article]. */
export const FEATURE_NAMES: readonly string[] = [
  '向日葵楼栋',
  '红石榴楼栋',
  '邻里书屋',
  '同心楼栋',
  '孝德楼栋',
  '银龄互助楼',
  '志愿者之家',
  '绿色家园楼',
  '老兵楼栋',
  '童心楼栋',
  '巧手楼栋',
  '善治议事角',
  '和美楼栋',
  '邻里厨房',
  '红色驿站',
  '平安楼栋',
  '书香楼栋',
  '光荣楼栋',
  '四点半课堂',
  '海风楼栋',
  '微网格示范楼',
  '爱心驿站',
  '初心楼栋',
  '共享工具角',
  '健康楼栋',
];
