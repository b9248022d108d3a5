import { z } from 'zod';
import { whyNotPassword } from '../../../shared/modules/session/password.rules';

/** Typed twice, because nobody can read it back from the program. The program judges its strength again. */
export const newPassword = { password: z.string().min(1).max(512), repeat: z.string() };

export function samePasswords(values: { password: string; repeat: string }, context: z.RefinementCtx): void {
  const problem = values.password === '' ? null : whyNotPassword(values.password);
  if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem });
  if (values.password !== values.repeat) context.addIssue({ code: 'custom', path: ['repeat'], message: 'PASSWORD.NOT_SAME' });
}

/** What the program says about a password belongs under the password. */
export const passwordField = (code: string): 'password' | undefined => (code.startsWith('PASSWORD.') ? 'password' : undefined);

/** One's own password, asked again before a grave act. */
export const ownPasswordField = (code: string): 'password' | undefined => (code === 'PASSWORD.WRONG' ? 'password' : undefined);
