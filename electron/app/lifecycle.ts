import { app, ipcMain, powerMonitor, session as sessions, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { LOCKED_CHANNEL } from '../ipc/channels';
import { registerElectronTransport } from '../ipc/electron-transport';
import type { Tirek } from '../tirek';
import { setMenu } from './menu';
import { guardNavigation } from './navigation-rules';
import { serveBundle } from './protocol';
import { guardSession } from './session-rules';
import { openWindow } from './window';

/** Whoever locks the screen or closes the lid has left the desk. */
function lockWithTheComputer(tirek: Tirek): void {
  const lock = (): void => {
    void tirek.lock();
  };
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('shutdown', lock);
}

/** Vault files are closed and keys wiped before the process ends. */
function closeBeforeQuit(tirek: Tirek): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void tirek.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
}

/** Joins the program and its one window. */
export function runWindow(tirek: Tirek): void {
  // A partition without `persist:` lives in memory: the browser side of the window leaves nothing on disk.
  const session = sessions.fromPartition('tirek', { cache: false });
  guardSession(session);
  serveBundle(session, join(app.getAppPath(), 'out/renderer'));
  setMenu();

  let window: BrowserWindow | null = null;
  registerElectronTransport(ipcMain, { windowId: () => window?.webContents.id ?? null, handle: (request) => tirek.pipeline.handle(request) });
  tirek.onLocked(() => window?.webContents.send(LOCKED_CHANNEL));
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  lockWithTheComputer(tirek);
  closeBeforeQuit(tirek);

  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents);
  });
  window = openWindow(session, join(import.meta.dirname, 'preload.cjs'), app.isPackaged);
  window.on('closed', () => {
    window = null;
  });
}
