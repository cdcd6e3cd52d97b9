// The Chinese of a plugin's texts. Keys of a locale file are the Chinese texts themselves, so only what differs from its key is typed.
import fs from 'node:fs';
import path from 'node:path';
import { readJson } from './workspace.mjs';

/** Before a key: where its text stands, for a text that reads otherwise there in another language. */
const PLACE = /^\([a-z ]+\) /;

/**
 * @param {Record<string, string>} english texts by their keys
 * @param {Record<string, string>} [exceptions] of src/locale/zh-CN.json, where a plugin has one
 * @returns {Record<string, string>} the Chinese text of every key
 */
export function chineseTexts(english, exceptions = {}) {
  const derived = Object.keys(english).map((key) => [key, key.replace(PLACE, '')]);
  return { ...Object.fromEntries(derived), ...exceptions };
}

/** Writes a plugin's locale files for NocoBase, which reads whole ones and falls back to English for what one lacks. */
export function writeLocale(source, target) {
  if (!fs.existsSync(source)) return;
  fs.cpSync(source, target, { recursive: true });
  const exceptions = path.join(source, 'zh-CN.json');
  const texts = chineseTexts(
    readJson(path.join(source, 'en-US.json')),
    fs.existsSync(exceptions) ? readJson(exceptions) : {},
  );
  fs.writeFileSync(path.join(target, 'zh-CN.json'), `${JSON.stringify(texts, null, 2)}\n`);
}
