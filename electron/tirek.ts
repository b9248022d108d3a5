import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../shared/contract/registry';
import type { Trouble } from '../shared/modules/session/session.model';
import { TROUBLES } from '../shared/modules/session/session.model';
import { Pipeline } from './ipc/register';
import { fileOwners, modules, schemas } from './modules';
import { headsInBackups, restoreHandlers, restoreHost } from './modules/backup';
import {
  acceptOlder,
  anchorIfDue,
  anchorJournals,
  endEmergencyIfDue,
  liveSession,
  lockProgram,
  oneAtATime,
  readPublicFacts,
  sessionHandlers,
  type Program,
} from './modules/session';
import { watchIdle } from './modules/session/idle';
import { rotateInSession } from './modules/session/rotate';
import { FileStore } from './services/file-store';
import { createLogger } from './services/logger';
import { createPdfService } from './services/pdf/pdf-service';
import { createSpreadsheetService } from './services/spreadsheet';
import { finishOrUndoRotation, isVaultError, Keyring, lockFolder, runCryptoSelfTest, type Vault, type VaultOptions } from './vault';
import { finishInterruptedSwap } from './vault/backup';

export interface TirekOptions {
  dataDir: string;
  resourcesDir: string;
  clock?: () => Date;
  vaultOptions?: VaultOptions;
  log?: (line: string) => void;
}

export interface Tirek {
  pipeline: Pipeline;
  program: Program;
  lock(): Promise<void>;
  close(): Promise<void>;
  onLocked(listener: () => void): void;
}

const VERSION = '0.1.0';

/** Starts the program on a data folder. It always comes up: what is wrong with the folder is a state, not an exception. */
export async function createTirek(options: TirekOptions): Promise<Tirek> {
  const clock = options.clock ?? (() => new Date());
  const logger = createLogger(options.log ?? ((line) => process.stderr.write(`${line}\n`)), clock);
  const services = {
    pdf: createPdfService({ resourcesDir: options.resourcesDir }),
    spreadsheet: createSpreadsheetService(),
    files: new FileStore(join(options.dataDir, 'blobs')),
    logger,
    resourcesDir: options.resourcesDir,
  };
  const program = emptyProgram(options, services, clock);
  await openFolder(program);
  const { desk, restoreDesk } = desksOf(program);
  const handlers = oneAtATime({ ...sessionHandlers(program), ...restoreHandlers(restoreDesk) }, () => program.locking);
  const pipeline = new Pipeline(
    {
      session: () => program.session,
      lock: () => lockProgram(program),
      services,
      logger,
      clock,
      answered: (operation) => {
        anchorIfDue(program, operation);
        endEmergencyIfDue(program);
      },
    },
    [{ name: 'session', operations: contract.session.operations, handlers: {} }, ...modules(desk)],
    handlers,
  );
  program.jobs = pipeline.jobs;
  const stopWatching = watchIdle(program);
  return {
    pipeline,
    program,
    lock: () => lockProgram(program),
    onLocked: (listener) => void program.onLocked.add(listener),
    close: async () => {
      stopWatching();
      await lockProgram(program, 'session.close');
      await services.pdf.close();
      await services.spreadsheet.close();
      program.folderLock?.release();
    },
  };
}

const emptyProgram = (options: TirekOptions, services: Program['services'], clock: () => Date): Program => ({
  dataDir: options.dataDir,
  version: VERSION,
  services,
  clock,
  schemas,
  fileOwners,
  vaultOptions: { clock, ...options.vaultOptions },
  keyring: null,
  folderLock: null,
  trouble: null,
  session: null,
  language: readPublicFacts(options.dataDir).language,
  olderVaults: new Set(),
  refusedSignIns: [],
  locking: null,
  jobs: null,
  onLocked: new Set(),
});

/** What the modules may ask of the program: of one that is open, and of one that is being restored. */
function desksOf(program: Program) {
  const { dataDir, clock } = program;
  const host = restoreHost({ schema: latestSchema(), vaultOptions: program.vaultOptions, clock });
  const desk = {
    keyring: () => program.keyring as Keyring,
    session: () => liveSession(program),
    rotate: rotateInSession(program),
    moreAnchors: headsInBackups,
    acceptOlder: (vault: Vault) => {
      acceptOlder(program, liveSession(program), vault);
    },
    dataDir,
    version: VERSION,
    host,
    sitting: () => program.session?.sitting ?? null,
    sit: (id: string) => {
      liveSession(program).sitting = id;
    },
    anchor: () => {
      anchorJournals(program, liveSession(program));
    },
  };
  const restoreDesk = {
    dataDir,
    host,
    isSignedIn: () => program.session !== null,
    holdsFolder: () => program.folderLock !== null,
    reload: () => openFolder(program),
  };
  return { desk, restoreDesk };
}

const latestSchema = () => ({ records: schemas.records.migrations.at(-1)?.version ?? 0, clinical: schemas.clinical.migrations.at(-1)?.version ?? 0 });

const isTrouble = (code: string): code is Trouble => (TROUBLES as readonly string[]).includes(code);

/** Nothing here deletes or repairs by guess: a folder that cannot be trusted is left as it is and named. */
async function openFolder(program: Program): Promise<void> {
  try {
    await runCryptoSelfTest();
    mkdirSync(program.dataDir, { recursive: true, mode: 0o700 });
    program.folderLock ??= lockFolder(program.dataDir);
    // A restore that a power cut stopped half-way is brought to its end before anything is read.
    finishInterruptedSwap(program.dataDir);
    Object.assign(program, { keyring: null, trouble: null, olderVaults: new Set(), language: readPublicFacts(program.dataDir).language });
    const state = Keyring.inspect(program.dataDir);
    if (state === 'damaged') program.trouble = 'KEYRING.DAMAGED';
    else if (state === 'newer') program.trouble = 'KEYRING.NEWER';
    else if (state === 'no-keyring') program.trouble = 'KEYRING.MISSING';
    else if (state === 'ready') {
      finishOrUndoRotation(program.dataDir);
      program.keyring = Keyring.open(program.dataDir, program.vaultOptions);
    }
  } catch (error) {
    const code = isVaultError(error) ? error.code : ((error as { code?: string }).code ?? '');
    const known: Record<string, Trouble> = {
      'CRYPTO.SELF_TEST': 'SELF_TEST.FAILED',
      'FOLDER.ON_NETWORK': 'FOLDER.NETWORK',
      'FOLDER.SYNCED': 'FOLDER.NETWORK',
      'FOLDER.FULL': 'DISK.FULL',
      'FOLDER.UNUSABLE': 'FOLDER.READ_ONLY',
      EACCES: 'FOLDER.READ_ONLY',
      EROFS: 'FOLDER.READ_ONLY',
      EPERM: 'FOLDER.READ_ONLY',
      ENOSPC: 'DISK.FULL',
    };
    program.services.logger.error('the folder cannot be opened', { error });
    program.trouble = known[code] ?? (isTrouble(code) ? code : 'KEYRING.DAMAGED');
  }
}
