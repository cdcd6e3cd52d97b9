import { randomBytes, randomInt } from 'node:crypto';
import type { Language } from '@hongxin/rules/mechanism';
import type { Question } from '../../../shared/public-needs';
import { isSameDigest, keyedDigest } from './digest';

export type AnswerFault = 'QUESTION_WRONG' | 'QUESTION_EXPIRED' | 'QUESTION_TOO_FAST';

const VALID_MS = 15 * 60_000;
const READING_MS = 1500;
const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

export function newQuestion(language: Language, now: Date): Question {
  const [a, b] = [randomInt(2, 10), randomInt(1, 10)];
  const isSum = randomInt(2) === 0 || b > a;
  const answer = isSum ? a + b : a - b;
  const nonce = randomBytes(12).toString('hex');
  const asked = now.getTime();
  const names = language === 'zh' ? DIGITS : WORDS;
  const operator = language === 'zh' ? (isSum ? '加' : '减') : isSum ? ' plus ' : ' minus ';
  const question =
    language === 'zh' ? `${names[a]}${operator}${names[b]}等于几？` : `How much is ${names[a]}${operator}${names[b]}?`;
  return { question, token: `${nonce}.${asked}.${keyedDigest('question', `${nonce}.${asked}.${answer}`)}` };
}

/** @returns what is wrong with the answer, and the nonce by which a question is used once */
export function checkAnswer(token: string, answer: string, now: Date): { fault: AnswerFault | null; nonce: string } {
  const [nonce = '', asked = '', digest = ''] = token.split('.');
  const age = now.getTime() - Number(asked);
  const given = answer.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const isRight = isSameDigest(digest, keyedDigest('question', `${nonce}.${asked}.${given}`));
  if (!(age <= VALID_MS)) return { fault: 'QUESTION_EXPIRED', nonce };
  if (!isRight) return { fault: 'QUESTION_WRONG', nonce };
  return { fault: age < READING_MS ? 'QUESTION_TOO_FAST' : null, nonce };
}
