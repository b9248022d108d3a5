import { z } from 'zod';
import { OrganisationSetUp, SignInName } from '../../../shared/modules/session/session.model';
import { newPassword, samePasswords } from './new-password';

export const SetUpSchema = z.object({ ...OrganisationSetUp.shape, name: SignInName, ...newPassword }).superRefine((values, context) => {
  samePasswords(values, context);
  if (values.minAge > values.maxAge) context.addIssue({ code: 'custom', path: ['maxAge'], message: 'PROGRAMME.AGES_CROSSED' });
});
export type SetUpValues = z.input<typeof SetUpSchema>;

/** What must be right before the next step. */
export const STEP_FIELDS: Record<string, readonly (keyof SetUpValues)[] | undefined> = {
  organisation: ['nameRu', 'nameKk'],
  rules: ['jurisdiction', 'programmeName', 'minAge', 'maxAge', 'ageRule', 'workingLanguages'],
};
