import { refusal } from '../../../shared/kernel/errors';
import type { RestorePreview } from '../../../shared/modules/backup/backup.model';
import { backupContract, restoreContract } from '../../../shared/modules/backup/backup.contract';
import { defineHandlers, read, steps } from '../../ipc/handlers';
import { requireKnownSchema, restoreBackup, withBackup } from '../../vault/backup';
import { monthlyLine } from '../audit';
import { lastFolder } from './backup.repository';
import { alone, drill, listKnown, makeHere, rowsIn, statusOf, verifyKnown } from './backup.service';
import type { BackupDesk, RestoreDesk } from './desk';
import { lookInto, suggestPlaces } from './places';

export const backupHandlers = (desk: BackupDesk) =>
  defineHandlers(backupContract, {
    status: read((ctx) => statusOf(ctx.db, ctx.now)),
    places: steps((ctx) => suggestPlaces(ctx.read(({ db }) => lastFolder(db)))),
    browse: steps((_ctx, input) => lookInto(input.folder, desk.dataDir)),
    list: steps((ctx) =>
      listKnown(
        ctx.read(({ db }) => db),
        desk.keyring(),
      ),
    ),
    make: steps((ctx, input) =>
      alone(async () => {
        const { id, file, size, manifest } = await makeHere(desk, ctx, input);
        return { id, file, size, madeAt: manifest.madeAt, files: manifest.files.length };
      }),
    ),
    verify: steps((ctx, input) => alone(() => verifyKnown(desk, ctx, input.file))),
    drill: steps((ctx, input) => alone(() => drill(desk.host, desk.dataDir, ctx, input))),
  });

interface RestoreInput {
  folder: string;
  file: string;
  recoveryKey: string;
  administratorId: string;
  password: string;
}

/** Requests without a session, by full name, as the pipeline's public door takes them. Inputs were parsed by the contract. */
export function restoreHandlers(desk: RestoreDesk): Record<string, (input: unknown) => Promise<unknown>> {
  const before =
    <T>(work: (input: RestoreInput) => Promise<T>) =>
    async (input: unknown): Promise<T> => {
      if (desk.isSignedIn()) throw refusal('RESTORE.SIGNED_IN');
      return work(input as RestoreInput);
    };
  return {
    'restore.places': before(() => suggestPlaces(null)),
    'restore.browse': before((input) => lookInto(input.folder, desk.dataDir)),
    'restore.inspect': before((input) => preview(desk, input)),
    'restore.run': before((input) => alone(() => run(desk, input))),
  };
}

export const restoreModule = { name: restoreContract.name, operations: restoreContract.operations, handlers: {} };

function preview(desk: RestoreDesk, input: RestoreInput): Promise<RestorePreview> {
  return withBackup(input.file, { recoveryText: input.recoveryKey }, ({ head, manifest }) => {
    requireKnownSchema(manifest, desk.host.schema);
    return Promise.resolve({
      madeAt: manifest.madeAt,
      madeBy: manifest.madeBy.name,
      organisation: manifest.organisation,
      administrators: manifest.administrators,
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, file) => sum + file.size, 0),
      rows: rowsIn(manifest),
      clinical: manifest.clinical === 'absent' ? ('absent' as const) : ('sealed' as const),
      program: head.program,
      line: monthlyLine(manifest.heads.records),
    });
  });
}

async function run(desk: RestoreDesk, input: RestoreInput): Promise<{ name: string; keptFolder: string; madeAt: string }> {
  if (!desk.holdsFolder()) throw refusal('FOLDER.IN_USE');
  try {
    const order = {
      dataDir: desk.dataDir,
      file: input.file,
      recoveryText: input.recoveryKey,
      administratorId: input.administratorId,
      password: input.password,
    };
    const { kept, name, report } = await restoreBackup(order, desk.host);
    return { name, keptFolder: kept, madeAt: report.manifest.madeAt };
  } finally {
    await desk.reload();
  }
}
