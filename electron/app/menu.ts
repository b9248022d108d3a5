import { Menu } from 'electron';

/** macOS takes copy, paste and quit from the menu; elsewhere they work without one, and there is nothing else to offer. */
export function setMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null,
  );
}
