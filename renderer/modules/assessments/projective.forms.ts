import type { ObservationForm } from '../../../shared/modules/assessments/observation.model';
import type { ProjectiveFields } from '../../../shared/modules/assessments/assessments.model';
import type { Language } from '../../../shared/kernel/roles';
import { wordIn } from './assessment-words';

const files = import.meta.glob<ObservationForm>('../../../resources/instruments/observations/*.json', { eager: true, import: 'default' });
const forms = new Map(Object.values(files).map((form) => [form.id, form]));

export type Method = ProjectiveFields['method'];
export const METHODS: readonly Method[] = ['htp', 'family-drawing', 'kinetic-family', 'non-existent-animal', 'colour-choice', 'other'];

/** What the form of a method says about it; a method of one's own has no form. */
export const formOf = (method: Method): ObservationForm | null => forms.get(method) ?? null;

/** The usual words of a field, such as the instruction as it is always said. */
export function presetOf(method: Method, field: 'material' | 'instruction', language: Language): string {
  const found = formOf(method)
    ?.sections.flatMap((section) => section.fields)
    .find((one) => one.id === field);
  return found?.kind === 'note' && found.preset ? wordIn(found.preset, language) : '';
}

/** What to ask after the drawing: the questions of the method's own form. */
export const talkPrompts = (method: Method, language: Language): string[] =>
  formOf(method)
    ?.sections.find((section) => section.id === 'talk')
    ?.fields.map((field) => wordIn(field.title, language)) ?? [];

export const newProjective = (method: Method, methodName: string, language: Language): ProjectiveFields => ({
  method,
  methodName,
  setting: '',
  material: presetOf(method, 'material', language),
  instruction: presetOf(method, 'instruction', language),
  startedAt: '',
  endedAt: '',
  orderOfObjects: '',
  whoIsPresent: '',
  whoIsAbsent: '',
  place: [],
  size: '',
  pressure: '',
  erasures: '',
  details: '',
  colours: '',
  comments: '',
  afterDrawing: '',
  behaviour: '',
  hypotheses: [],
  reviewedBy: '',
});
