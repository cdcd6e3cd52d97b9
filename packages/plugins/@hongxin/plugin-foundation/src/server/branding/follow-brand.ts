import { brandColours, type BrandColours } from '@hongxin/rules/mechanism';
import type { Model } from '@nocobase/database';
import type { Application } from '@nocobase/server';
import { isDeepStrictEqual } from 'node:util';

/** The part of a theme's configuration that is read here. */
export interface ThemeConfiguration {
  token?: Record<string, unknown>;
  components?: Record<string, Record<string, unknown> | undefined>;
  [name: string]: unknown;
}

/** What the theme is shipped with: beside another brand colour these are left over, not chosen. */
const SHIPPED_BRAND = '#B8142B';
const SHIPPED_HEADER = '#8F0F22';

/** Of the shipped brand colour the header is the shipped one. */
function coloursOf(brand: unknown): BrandColours | null {
  const colours = brandColours(brand);
  return colours && sameColour(colours.link, SHIPPED_BRAND) ? { ...colours, header: SHIPPED_HEADER } : colours;
}

const HEADER_TOKENS = ['colorPrimaryHeader', 'colorBgHeader'] as const;

const sameColour = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase();

/**
 * A theme whose links, header and progress follow its brand colour, as far as nobody has set them apart: what still is
 * what the former brand colour gave follows the new one. Pure.
 * @param before the brand colour so far
 */
export function followBrand(config: ThemeConfiguration, before: unknown): ThemeConfiguration {
  const { token = {}, components } = config;
  const next = coloursOf(token.colorPrimary);
  if (!next) return config;
  const given = [coloursOf(before), coloursOf(SHIPPED_BRAND)];
  const isLink = (value: unknown) => given.some((colours) => sameColour(value, colours?.link));
  const isHeader = (value: unknown) => given.some((colours) => sameColour(value, colours?.header));
  const followed = { ...token };
  if (isLink(token.colorLink)) followed.colorLink = next.link;
  for (const name of HEADER_TOKENS) if (isHeader(token[name])) followed[name] = next.header;
  const progress = components?.Progress;
  if (!progress || !isLink(progress.defaultColor)) return { ...config, token: followed };
  return {
    ...config,
    token: followed,
    components: { ...components, Progress: { ...progress, defaultColor: next.link } },
  };
}

/** NocoBase's theme editor changes one colour at a time; a theme is stored with those that follow from it. */
export function keepBrandTogether({ db }: Application): void {
  db.on('themeConfig.beforeSave', (theme: Model) => {
    const config = theme.get('config') as ThemeConfiguration | null | undefined;
    if (!config) return;
    const previous = theme.previous('config' as never) as ThemeConfiguration | null | undefined;
    const followed = followBrand(config, previous?.token?.colorPrimary);
    if (!isDeepStrictEqual(followed, config)) theme.set('config', followed);
  });
}

/** The brand colour of the theme that everybody gets who has not chosen another, as `#RRGGBB`. */
export async function brandColour({ db }: Application): Promise<string> {
  // a city may have switched the theme editor off
  if (!db.hasCollection('themeConfig')) return SHIPPED_BRAND;
  const theme: Model | null = await db.getRepository('themeConfig').findOne({ filter: { default: true } });
  const { token } = (theme?.get('config') ?? {}) as ThemeConfiguration;
  return brandColours(token?.colorPrimary)?.link ?? SHIPPED_BRAND;
}
