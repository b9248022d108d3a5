import { app, dialog, protocol } from 'electron';
import { join } from 'node:path';
import { dataFolder } from './app/arguments';
import { runWindow } from './app/lifecycle';
import { SCHEME, schemePrivileges } from './app/scheme';
import { createTirek } from './tirek';

// Before anything else: every renderer in an operating-system sandbox, and a scheme of our own instead of file://.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: schemePrivileges }]);

// Chromium keeps bookkeeping of its own; it must not lie among the records, nor count as the data folder.
app.setPath('userData', join(app.getPath('appData'), 'Tirek Window'));

async function start(): Promise<void> {
  await app.whenReady();
  const tirek = await createTirek({ dataDir: dataFolder(process.argv, app.getPath('appData')), resourcesDir: join(app.getAppPath(), 'resources') });
  runWindow(tirek);
}

// The AppImage launcher adds this switch by itself on systems without user namespaces. Records are not opened unprotected.
const isUnprotected = app.isPackaged && app.commandLine.hasSwitch('no-sandbox');

if (isUnprotected) {
  dialog.showErrorBox('Tirek', 'This system does not offer the protection (user namespaces) that Tirek needs, so it was not started.');
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    // Nothing is open yet and no language is known; the name of the error alone, for it may carry a path but no record.
    dialog.showErrorBox('Tirek', error instanceof Error ? `${error.name}: ${error.message}` : 'Tirek could not start.');
    app.exit(1);
  });
} else {
  app.quit();
}
