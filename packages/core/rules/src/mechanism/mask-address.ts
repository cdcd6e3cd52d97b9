/** A number that belongs to the name of a place (7号小区, 1区, 107国道, 二期), not to a door. */
const PLACE_NUMBER = /^(号院?)?(小区|社区|区|新村|村|街坊|国道|省道|县道|大道|路|街|道|巷|胡同|期)/;

/** Where a door may start: digits of any kind, or a single letter before a word for a building. */
const NUMBER = /[0-9０-９]+|[一二三四五六七八九十百零〇两]+|[A-Za-zＡ-Ｚａ-ｚ](?=(座|栋|幢|号|楼|单元|区))/g;

/** Words that make Chinese numerals a door (三号楼), where digits need none. */
const DOOR_WORD = /^\s*(号|栋|幢|座|单元|楼|层|室|户|门|排|[-—－之])/;

/** Words a place's name ends with. */
const PLACE_END =
  /小区|社区|街道|街坊|新村|花园|家园|公寓|广场|国道|省道|县道|大道|胡同|[省市县区旗镇乡村路街道巷期苑园庭湾邸院]/g;

/**
 * An address without its door: kept up to the last place named before the first number of a building, entrance or
 * room, the rest as ***. When no place is recognised everything is hidden.
 */
export function maskAddress(address: string): string {
  const named = address.slice(0, doorStart(address));
  let kept = 0;
  for (const match of named.matchAll(PLACE_END)) {
    kept = match.index + match[0].length;
  }
  return kept === address.length ? address : `${address.slice(0, kept)}***`;
}

function doorStart(address: string): number {
  for (const match of address.matchAll(NUMBER)) {
    const rest = address.slice(match.index + match[0].length);
    const isDigits = /^[0-9０-９]/.test(match[0]);
    if (!PLACE_NUMBER.test(rest) && (isDigits || DOOR_WORD.test(rest))) {
      return match.index;
    }
  }
  return address.length;
}
