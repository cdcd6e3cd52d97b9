import type { Context } from '@nocobase/actions';
import type { Collection } from '@nocobase/database';
import { foundationOf, translatedTitle } from '@hongxin/plugin-foundation';
import { MEMBER_REGISTRATIONS } from '../../constants';

/** How the screens of registering ask for a field. */
export type OwnFieldKind = 'text' | 'longText' | 'number' | 'choice' | 'choices' | 'switch' | 'date';

/** A field that an administrator has put on the member's form, as the screens of registering ask for it. */
export interface OwnField {
  name: string;
  title: string;
  description?: string;
  required: boolean;
  /** null: the screens cannot ask for it, the form can. */
  kind: OwnFieldKind | null;
  choices: { value: string; label: string }[];
}

/** The page whose form an administrator extends. */
const FORM_PAGE = 'registration/mobile-mine';

/** What the screens ask by themselves. */
const ASKED = new Set([
  ...['personName', 'phone', 'unit', 'position', 'homeArea', 'doorNumber'],
  ...['skills', 'serviceIntentions', 'availableTimes', 'consentVersion'],
]);

const KINDS: Readonly<Record<string, OwnFieldKind>> = {
  input: 'text',
  phone: 'text',
  email: 'text',
  url: 'text',
  textarea: 'longText',
  integer: 'number',
  number: 'number',
  select: 'choice',
  radioGroup: 'choice',
  multipleSelect: 'choices',
  checkboxGroup: 'choices',
  checkbox: 'switch',
  date: 'date',
};

interface Schema {
  title?: string;
  required?: boolean;
  enum?: { value: unknown; label: string }[];
}

/** Whether the caller may fill the field in when registering. */
function mayFill(ctx: Context, name: string): boolean {
  const granted = ctx.can({ resource: MEMBER_REGISTRATIONS, action: 'create' }) as {
    params?: { whitelist?: string[]; fields?: string[] };
  } | null;
  const named = granted?.params?.whitelist ?? granted?.params?.fields;
  return granted !== null && (named === undefined || named.includes(name));
}

/** The fields an administrator has added to the member's form, in the caller's language. */
export async function ownFields(ctx: Context, collection: Collection): Promise<OwnField[]> {
  const onForm = await foundationOf(ctx.app).seeds.formFields(FORM_PAGE, MEMBER_REGISTRATIONS);
  return onForm.flatMap(({ name, label, description, required }): OwnField[] => {
    const field = ASKED.has(name) ? undefined : collection.getField(name);
    if (!field || !mayFill(ctx, name)) return [];
    const { interface: kind, uiSchema = {} } = field.options as { interface?: string; uiSchema?: Schema };
    return [
      {
        name,
        title: translatedTitle(ctx, label ?? uiSchema.title) ?? name,
        description: translatedTitle(ctx, description),
        required: required || uiSchema.required === true,
        kind: KINDS[kind ?? ''] ?? null,
        choices: (uiSchema.enum ?? []).map((each) => ({
          value: String(each.value),
          label: translatedTitle(ctx, each.label) ?? String(each.value),
        })),
      },
    ];
  });
}

/** What the latest registration of an account says in those fields; nothing is asked twice. */
export async function ownValues(
  userId: number,
  fields: readonly OwnField[],
  { db }: Context,
): Promise<Record<string, unknown>> {
  const names = fields.map(({ name }) => name);
  if (names.length === 0) return {};
  const latest = await db
    .getRepository(MEMBER_REGISTRATIONS)
    .findOne({ filter: { ownerId: userId }, sort: ['-id'], fields: names });
  return Object.fromEntries(
    names.flatMap((name) => ((latest?.get(name) ?? null) === null ? [] : [[name, latest.get(name)]])),
  );
}
