import { z } from 'zod';
import { toInstant, toText, toWords } from '../values.ts';

/**
 * The answers of HubSpot's forms (v3) and their submissions (v1), as developers.hubspot.com shows them (docs/api-reference/
 * legacy/marketing/forms/get-forms and …/v1/get-form-integrations-v1-submissions-forms-form_guid; read 2026-11-22).
 */

const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();
const id = z.union([z.string().min(1), z.number()]).transform(String);

interface Field {
  readonly name?: string | null | undefined;
  readonly fieldType?: string | null | undefined;
  readonly dependentFields?:
    readonly { readonly dependentField?: Field | null | undefined }[] | null | undefined;
}

/** A field may bring others with it, when it is answered in a certain way. */
const Field: z.ZodType<Field> = z.lazy(() =>
  z.object({
    name: z.string().nullish(),
    fieldType: z.string().nullish(),
    dependentFields: z.array(z.object({ dependentField: Field.nullish() })).nullish(),
  }),
);

const FormAnswer = z.object({
  id,
  name: z.string().nullish(),
  fieldGroups: z.array(z.object({ fields: z.array(Field).nullish() })).nullish(),
});

export interface Form {
  readonly id: string;
  readonly name: string | null;
  /** Names of the fields in which people write freely; every other answer stays unread. */
  readonly free: ReadonlySet<string>;
}

/** Null: not a form that we understand. */
export function toForm(answer: unknown): Form | null {
  const { data } = FormAnswer.safeParse(answer);
  if (data === undefined) return null;
  const fields = (data.fieldGroups ?? []).flatMap((group) => group.fields ?? []);
  return { id: data.id, name: toWords(data.name), free: new Set(fields.flatMap(freeNames)) };
}

/** A single line holds a name, a number, a title: what a card needs of those stands on the contact. */
const FREE = 'multi_line_text';

function freeNames({ name, fieldType, dependentFields }: Field): readonly string[] {
  const dependent = (dependentFields ?? []).flatMap(({ dependentField }) =>
    dependentField === null || dependentField === undefined ? [] : freeNames(dependentField),
  );
  return fieldType === FREE && typeof name === 'string' ? [name, ...dependent] : dependent;
}

export const Submission = z.object({
  conversionId: id,
  submittedAt: scalar.transform(toInstant).pipe(z.string()),
  values: z.array(z.object({ name: z.string(), value: scalar.transform(toText) })),
});
export type Submission = z.infer<typeof Submission>;
