import type { Input, OperationName, Output } from '../../../shared/contract/api';
import type { PublicHandlers } from '../../ipc/register';
import { GROUPS, wrongGroups } from './new-sheet';
import { acceptInvitation, recoverAdministrator } from './come-back';
import { createClinicalVault, openClinicalWithRecovery, seeClinicalBirth } from './clinical';
import { emergencyAccess, endEmergency } from './emergency';
import { setUp, signIn } from './entry';
import { lockProgram } from './lock';
import { requireKeyring, type Program } from './program';
import { writePublicFacts } from './public-facts';
import { renewSheet, sheetOf, sheetPdf } from './recovery-sheets';
import { appStatus, liveSession, profileOf } from './status';

type SessionOperation = Extract<OperationName, `session.${string}`>;
type SessionHandlers = { [N in SessionOperation]: (input: Output0<N>) => Promise<Output<N>> | Output<N> };
type Output0<N extends SessionOperation> = Input<N>;

type ClinicalKeyOperation = Extract<SessionOperation, `session.${string}linical${string}` | `session.${string}mergency${string}`>;

/** The clinical vault and its paper key. */
const clinicalKeyHandlers = (program: Program): Pick<SessionHandlers, ClinicalKeyOperation> => ({
  'session.createClinicalVault': () => createClinicalVault(program),
  'session.openClinicalWithRecovery': (input) => openClinicalWithRecovery(program, input.recoveryKey),
  'session.emergencyAccess': (input) => emergencyAccess(program, input),
  'session.endEmergency': async () => {
    await endEmergency(program, liveSession(program), 'ended');
    return {};
  },
  'session.seenClinicalBirth': () => seeClinicalBirth(program),
});

/** The session's requests need the program itself, not a vault: most of them are asked before one is open. */
export function sessionHandlers(program: Program): PublicHandlers {
  const handlers: SessionHandlers = {
    'session.status': () => appStatus(program),
    'session.setLanguage': (input) => {
      program.language = input.language;
      if (program.keyring) writePublicFacts(program.dataDir, { language: input.language });
      return {};
    },
    'session.setUp': (input) => setUp(program, input),
    'session.recoverySheet': (input) => sheetPdf(program, input.which, input.halves),
    'session.renewRecovery': (input) => renewSheet(program, input.which, input.password),
    'session.recoveryChallenge': (input) => ({
      indexes: sheetOf(program, input.which).challenge,
      groups: sheetOf(program, input.which).halves ? 2 * GROUPS : GROUPS,
    }),
    'session.confirmRecovery': (input) => {
      const sheet = sheetOf(program, input.which);
      const wrong = wrongGroups(sheet, input.groups);
      const answered = sheet.challenge.every((index) => input.groups.some((group) => group.index === index));
      if (wrong.length > 0 || !answered) return { confirmed: false, wrong };
      requireKeyring(program).confirmRecovery(liveSession(program).keys, input.which === 'org' ? 'records' : 'clinical', sheet.text);
      Reflect.deleteProperty(liveSession(program).sheets, input.which);
      return { confirmed: true, wrong: [] };
    },
    'session.signIn': (input) => signIn(program, input),
    'session.acceptInvitation': (input) => acceptInvitation(program, input),
    'session.recover': (input) => recoverAdministrator(program, input),
    'session.me': () => profileOf(program),
    'session.lock': async () => {
      await lockProgram(program);
      return {};
    },
    'session.touch': () => ({}),
    'session.changePassword': async (input) => {
      await requireKeyring(program).changePassword(liveSession(program).keys, input.current, input.next);
      return {};
    },
    ...clinicalKeyHandlers(program),
    'session.jobStatus': (input) => program.jobs?.status(input.jobId) ?? { state: 'unknown', done: 0, total: 0 },
    'session.cancelJob': (input) => {
      program.jobs?.cancel(input.jobId);
      return {};
    },
  };
  return Object.fromEntries(Object.entries(handlers).map(([name, run]) => [name, async (input: unknown) => run(input as never)]));
}
