import type { WebPreferences } from 'electron';

/** Every value is written out, also where it is the default: a default can change with the next version of Electron. */
export function webPreferences(preload: string, isPackaged: boolean): WebPreferences {
  return {
    preload,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    // The spell checker fetches dictionaries from the network and keeps the words that it learns on disk.
    spellcheck: false,
    devTools: !isPackaged,
  };
}
