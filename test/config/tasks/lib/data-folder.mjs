import { homedir } from 'node:os';
import { join } from 'node:path';

/** The same folder that the desktop window uses (Electron's appData), so that both open the same records. */
export function defaultDataFolder() {
  const home = homedir();
  const base = {
    win32: process.env.APPDATA ?? join(home, 'AppData/Roaming'),
    darwin: join(home, 'Library/Application Support'),
  }[process.platform];
  return join(base ?? process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Tirek');
}
