import type { LocalizedText } from '@hongxin/rules/mechanism';

/** One value of a setting that administrators change, and where it lies in the setting's value. */
export type SettingField =
  | {
      kind: 'number';
      path: readonly string[];
      label: LocalizedText;
      min: number;
      max: number;
      /** What the number counts. */
      unit?: LocalizedText;
      /** What holds while the setting does not name a number of its own. */
      fallback?: number;
      /** It can be switched off: then `name` stands in the list at `path`. */
      switch?: { path: readonly string[]; name: string };
    }
  /** Minutes after midnight, shown as a time of day. */
  | { kind: 'clock'; path: readonly string[]; label: LocalizedText }
  /** A text of at most `max` characters. */
  | { kind: 'text'; path: readonly string[]; label: LocalizedText; max: number; optional?: boolean };

/** How a setting looks on the settings page. */
export interface SettingForm {
  title: LocalizedText;
  /** What it decides, and whether it is a rule of the programme or a default. */
  help: LocalizedText;
  fields(): readonly SettingField[];
}
