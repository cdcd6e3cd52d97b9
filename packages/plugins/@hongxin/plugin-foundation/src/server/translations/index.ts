import type { Plugin } from '@nocobase/server';
import type { DomainDefinition } from '../domain';
import { handler } from '../handler';
import { labelChartChoices } from './chart-choices';
import { translateChoices } from './choices';
import { HOST_TEXTS } from './host-texts';
import { NAMESPACES, pairsOf, textsOfCollection, textsOfMenu, textsOfPages, titleOfKey } from './texts';

type Texts = Record<string, string>;
/** Labels of choices that are data, in a language. */
export type ChoiceTexts = (language: string) => Promise<Texts>;

/** Seeds are written in Chinese: its readers need no translation. */
const OWN_LANGUAGE = 'zh-CN';
/** What readers of any other language get. */
const COMMON_LANGUAGE = 'en-US';
/** Before a key of a locale file: its text as a title of the menu, such as a plural where the text alone names a field. */
const MENU = '(menu) ';

interface Source {
  plugin: string;
  texts: Iterable<string>;
  namespaces: readonly string[];
  translate(this: void, text: string): string | undefined;
}

/**
 * Menus, pages, collections, fields, actions and options are data, written in Chinese and the administrator's to change. NocoBase translates
 * such texts by namespaces of their own; here they are filled from the plugins' locale files, by the same keys.
 * What an administrator translates under Localization comes first, and a title they change is shown as they wrote it.
 */
export class SeedTranslations {
  private readonly providers: ChoiceTexts[] = [];

  constructor(
    private readonly plugin: Plugin,
    private readonly domains: ReadonlyMap<string, DomainDefinition>,
  ) {}

  /** Before other plugins load: of two sources NocoBase prefers the later one, which is the administrator's. */
  beforeLoad(): void {
    this.plugin.app.localeManager.registerResourceStorer('hongxin', {
      getResources: (language: string) => this.resources(language),
      reset: async () => {},
    });
  }

  load(): void {
    this.plugin.app.resourceManager.use(handler(translateChoices), { tag: 'hxTranslateChoices' });
    this.plugin.app.resourceManager.use(handler(labelChartChoices), { tag: 'hxLabelChartChoices' });
  }

  /** Labels of choices that are data, such as the items of a dictionary; they come before those of the locale files. */
  provide(provider: ChoiceTexts): void {
    this.providers.push(provider);
  }

  /** Has every process read the texts again. */
  async changed(): Promise<void> {
    const { localeManager } = this.plugin.app;
    await localeManager.reload();
    // what is answered from now on is translated by what this reads
    await localeManager.get(COMMON_LANGUAGE);
  }

  /** The texts of the seeds in a language, by NocoBase's namespaces. */
  async resources(language: string): Promise<Record<string, Texts>> {
    if (language === OWN_LANGUAGE) return { ...HOST_TEXTS[language] };
    const found: Record<string, Texts> = {
      [NAMESPACES.pages]: {},
      [NAMESPACES.blocks]: {},
      [NAMESPACES.collections]: {},
    };
    for (const provider of this.providers) Object.assign(found[NAMESPACES.collections], await provider(language));
    for (const { texts, namespaces, translate } of await this.sources()) {
      for (const text of texts) {
        const translation = translate(text);
        if (translation !== undefined) for (const namespace of namespaces) found[namespace][text] ??= translation;
      }
    }
    return found;
  }

  /** Texts that would be shown in Chinese to readers of another language. @returns `<plugin>: <text>` */
  async missing(): Promise<string[]> {
    return (await this.sources()).flatMap(({ plugin, texts, translate }) =>
      [...texts].filter((text) => translate(text) === undefined).map((text) => `${plugin}: ${text}`),
    );
  }

  /** Whose texts they are, where NocoBase looks for them, and how they read in the common language. */
  async sources(): Promise<Source[]> {
    const { db, localeManager } = this.plugin.app;
    const built = (await localeManager.getBuiltInResources(COMMON_LANGUAGE)) as Record<string, Texts | undefined>;
    const collections = [...db.collections.values()].filter(({ name }) => name.startsWith('hx'));
    const ofPages = [NAMESPACES.pages, NAMESPACES.blocks];
    return [...this.domains].flatMap(([plugin, { pages = [], processes = [], notices = [] }]) => {
      const declared = pairsOf([processes.map(({ definition }) => definition), notices]);
      const written = (text: string) => built[plugin]?.[text] ?? declared[text] ?? built[this.plugin.name]?.[text];
      const translate = (text: string) => written(text) ?? titleOfKey(text, written);
      const translateMenu = (text: string) => built[plugin]?.[`${MENU}${text}`] ?? translate(text);
      const inMenu = textsOfMenu(pages);
      const onPages = [...textsOfPages(pages)].filter((text) => !inMenu.has(text));
      const own = collections.filter(({ options }) => options.origin === plugin);
      const options = new Set(own.flatMap((collection) => [...textsOfCollection(collection)]));
      return [
        { plugin, texts: inMenu, namespaces: ofPages, translate: translateMenu },
        { plugin, texts: onPages, namespaces: ofPages, translate },
        { plugin, texts: options, namespaces: [NAMESPACES.collections], translate },
      ];
    });
  }
}
