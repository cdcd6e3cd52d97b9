import type { RoleName } from '@hongxin/plugin-foundation';
import type { Gender } from './city/types';

/** An account to try the product with; its person belongs to nobody. */
export interface DemoAccount {
  username: string;
  nickname: string;
  gender: Gender;
  role: RoleName;
  /** What this account shows. */
  purpose: string;
}

/** The demo accounts (contract, architecture.md §8), with a second community's official and a member on the roll. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'demo-city', nickname: '曲明远', gender: 'male', role: 'hx-city', purpose: '龙口市 市级管理员' },
  { username: 'demo-street', nickname: '于建国', gender: 'male', role: 'hx-official', purpose: '东莱街道 党工委书记' },
  {
    username: 'demo-community',
    nickname: '姜丽华',
    gender: 'female',
    role: 'hx-official',
    purpose: '锦里社区 党委书记',
  },
  {
    username: 'demo-community2',
    nickname: '迟晓东',
    gender: 'male',
    role: 'hx-official',
    purpose: '润新社区 党委书记',
  },
  {
    username: 'demo-estate',
    nickname: '孙志强',
    gender: 'male',
    role: 'hx-official',
    purpose: '锦里7号小区 党支部书记',
  },
  {
    username: 'demo-building',
    nickname: '王桂英',
    gender: 'female',
    role: 'hx-official',
    purpose: '锦里7号小区 楼栋党小组长',
  },
  { username: 'demo-unit', nickname: '刘海燕', gender: 'female', role: 'hx-unit', purpose: '市图书馆 单位联络员' },
  {
    username: 'demo-member',
    nickname: '隋晓涵',
    gender: 'female',
    role: 'hx-member',
    purpose: '市图书馆 在职党员，尚未报到',
  },
  {
    username: 'demo-member2',
    nickname: '慕春雨',
    gender: 'female',
    role: 'hx-member',
    purpose: '市图书馆 在职党员，已在锦里社区在册',
  },
  { username: 'demo-org', nickname: '栾静', gender: 'female', role: 'hx-social-org', purpose: '社会组织' },
  { username: 'demo-expert1', nickname: '郝文博', gender: 'male', role: 'hx-expert', purpose: '评审专家' },
  { username: 'demo-expert2', nickname: '崔敏', gender: 'female', role: 'hx-expert', purpose: '评审专家' },
  { username: 'demo-expert3', nickname: '邵立军', gender: 'male', role: 'hx-expert', purpose: '评审专家' },
  { username: 'demo-expert4', nickname: '欧阳倩', gender: 'female', role: 'hx-expert', purpose: '评审专家' },
  { username: 'demo-expert5', nickname: '初永刚', gender: 'male', role: 'hx-expert', purpose: '评审专家' },
  { username: 'demo-evaluator', nickname: '常晓梅', gender: 'female', role: 'hx-evaluator', purpose: '考核员' },
];

/** Usernames that must not exist in production. */
export const DEMO_USERNAMES: readonly string[] = DEMO_ACCOUNTS.map((account) => account.username);

/** @throws RangeError for a username that is not a demo account */
export function demoAccount(username: string): DemoAccount {
  const account = DEMO_ACCOUNTS.find((each) => each.username === username);
  if (!account) throw new RangeError(`${username} is not a demo account`);
  return account;
}

/** @returns the address of a demo account; example.com receives no mail (RFC 2606) */
export function emailOf(username: string): string {
  return `${username}@example.com`;
}
