// How far a first start has come, told by the lines that the server prints meanwhile.

/**
 * Of a hundred parts of the time, as measured; a slow machine is slower at all of them. Where a line says how much of its
 * own part is done, the second number is where the part ends.
 * @type {readonly (readonly [line: RegExp, from: number, to?: number])[]}
 */
const MILESTONES = [
  [/^龙口示范城市: 区域/, 41],
  [/^龙口示范城市: 演示账号/, 43],
  [/^龙口示范城市: 人员/, 46],
  [/^龙口示范城市: 任职/, 49],
  [/^龙口示范城市: 联系户/, 51],
  [/^龙口示范城市: 党员报到 .*?([\d,]+) \/ ([\d,]+)/, 51, 76],
  [/^龙口示范城市: 三张清单与服务 .*?([\d,]+) \/ ([\d,]+)/, 76, 96],
  [/^龙口示范城市: 单位报到/, 97],
  [/^龙口示范城市: 装载完成/, 98],
];

const numberOf = (text) => Number(text.replaceAll(',', ''));

/** @returns {number | null} per cent of the first start that are over when the line is printed */
function shareAt(line) {
  for (const [pattern, from, to = from] of MILESTONES) {
    const found = pattern.exec(line);
    if (found) return to === from ? from : from + ((to - from) * numberOf(found[1])) / numberOf(found[2]);
  }
  return null;
}

/** @param {number} seconds rounded as one says it */
const about = (seconds) => (seconds < 10 ? Math.ceil(seconds) : Math.round(seconds / 5) * 5);

/**
 * @param {() => number} [now] milliseconds
 * @returns {(line: string) => string} what is to be said after a line: per cent and an estimate of what is left, or nothing
 */
export function firstStartProgress(now = () => performance.now()) {
  const started = now();
  return (line) => {
    const share = shareAt(line);
    if (share === null) return '';
    const left = ((now() - started) / 1000 / share) * (100 - share);
    return ` (${Math.round(share)} %, about ${about(left)} s left)`;
  };
}
