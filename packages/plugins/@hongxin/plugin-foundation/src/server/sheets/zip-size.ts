const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 65_535;

/**
 * Bytes that a zip file says it holds unpacked, read from its directory without unpacking anything.
 * @returns null when it is no zip file
 */
export function unpackedSize(zip: Buffer): number | null {
  const lowest = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  let end = zip.length - END_LENGTH;
  while (end >= lowest && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < lowest || end < 0) return null;
  const count = zip.readUInt16LE(end + 10);
  let position = zip.readUInt32LE(end + 16);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (position + ENTRY_LENGTH > zip.length || zip.readUInt32LE(position) !== DIRECTORY_ENTRY) return null;
    total += zip.readUInt32LE(position + 24);
    position +=
      ENTRY_LENGTH +
      zip.readUInt16LE(position + 28) +
      zip.readUInt16LE(position + 30) +
      zip.readUInt16LE(position + 32);
  }
  return total;
}
