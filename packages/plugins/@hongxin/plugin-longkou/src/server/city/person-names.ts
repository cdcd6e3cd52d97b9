import type { Random } from './random';
import { SURNAMES } from './surnames';
import type { Gender } from './types';

/** Characters of given names by generation: a name sounds like the years it was given in. */
const SECOND: Readonly<Record<Gender, readonly [elder: string, middle: string, young: string]>> = {
  male: ['国建德永福宝长庆忠学洪世文玉兴', '志建海晓永春立伟文卫东振新庆宏', '子浩宇俊天家一明泽嘉思博晨承奕'],
  female: ['秀桂玉淑凤兰翠素月春金美爱书惠', '丽晓红海艳春燕雪小文玉建慧亚秋', '雨梓欣诗思佳梦可语静若心紫依婉'],
};
const THIRD: Readonly<Record<Gender, readonly [elder: string, middle: string, young: string]>> = {
  male: ['山林才贵仁义和生海田礼江堂祥军', '强军刚涛波峰勇杰平辉斌明超鹏亮', '轩然睿涵宸航霖哲恺阳毅铭辰远皓'],
  female: ['英兰珍芳华荣梅芝香花云琴莲娥霞', '梅丽霞敏静娟燕玲萍红娜洁琳颖芬', '涵萱怡彤妍琪瑶萌悦雯婷雪菲宁晗'],
};

/**
 * A name that sounds real and is drawn, not taken from anybody.
 * @param birthYear decides the generation: before 1965, before 1988, later
 */
export function personName(random: Random, gender: Gender, birthYear: number): string {
  const generation = birthYear < 1965 ? 0 : birthYear < 1988 ? 1 : 2;
  const surname = random.weighted(SURNAMES);
  const third = random.pick([...THIRD[gender][generation]]);
  if (random.chance(0.16)) return surname + third;
  return surname + random.pick([...SECOND[gender][generation]]) + third;
}
