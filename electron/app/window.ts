import { BrowserWindow, type Session } from 'electron';
import { PAGE } from './scheme';
import { webPreferences } from './web-preferences';

/** Shown once the page has painted, so that nobody sees an empty white frame. */
export function openWindow(session: Session, preload: string, isPackaged: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 860,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    title: 'Tirek',
    webPreferences: { ...webPreferences(preload, isPackaged), session },
  });
  // Children's records do not belong on a shared screen or in a screenshot tool's history.
  window.setContentProtection(true);
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(PAGE);
  return window;
}
