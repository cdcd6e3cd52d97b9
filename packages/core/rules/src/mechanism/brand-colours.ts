/** Colours that come out of the one brand colour unless somebody has set them apart. */
export interface BrandColours {
  link: string;
  /** Behind the white text of the header. */
  header: string;
}

type Rgb = readonly [number, number, number];

const HEX = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/i;
const HEADER_SHARE = 0.78;
const STEP = 0.06;
/** What WCAG asks of text against its background. */
const READABLE = 4.5;

/** @returns null when the brand colour is not one of the form `#RRGGBB` */
export function brandColours(brand: unknown): BrandColours | null {
  const [, ...parts] = (typeof brand === 'string' && HEX.exec(brand.trim())) || [];
  if (parts.length !== 3) return null;
  const rgb = parts.map((part) => Number.parseInt(part, 16)) as unknown as Rgb;
  let share = HEADER_SHARE;
  while (share > STEP && contrastWithWhite(scaled(rgb, share)) < READABLE) share -= STEP;
  return { link: hexOf(rgb), header: hexOf(scaled(rgb, share)) };
}

const scaled = (rgb: Rgb, share: number) => rgb.map((part) => Math.round(part * share)) as unknown as Rgb;

const hexOf = (rgb: Rgb) => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();

function contrastWithWhite(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
