import { describe, expect, it } from 'vitest';
import { load } from 'js-yaml';
import { relativeBundlePath } from '../../electron/app/bundle';
import { makeBridge, operationNames } from '../../electron/app/bridge';
import { contentSecurityPolicy } from '../../electron/app/csp';
import { guardNavigation } from '../../electron/app/navigation-rules';
import { isOurAddress, schemePrivileges } from '../../electron/app/scheme';
import { guardSession, mayRequest } from '../../electron/app/session-rules';
import { webPreferences } from '../../electron/app/web-preferences';
import { registerElectronTransport } from '../../electron/ipc/electron-transport';
import { isOurSender, type SenderEvent } from '../../electron/ipc/sender';
import { callsIn, importsIn, programFiles, propertiesIn, readSource } from '../support/sources';

const electronFiles = programFiles('electron');
const preferences = webPreferences('/preload.cjs', true);
const builder = load(readSource('electron-builder.yml')) as { electronFuses: Record<string, boolean>; linux: { executableArgs?: string[] } };

/** A recorder in place of an Electron session: the handlers that the program sets are tried one by one. */
function guardedSession() {
  type Ask = (contents: unknown, permission: string, decide: (granted: boolean) => void) => void;
  const set: {
    ask?: Ask;
    check?: () => boolean;
    device?: () => boolean;
    request?: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void;
    download?: (event: { preventDefault: () => void }, item: { getURL: () => string }) => void;
  } = {};
  guardSession({
    setPermissionRequestHandler: (handler) => {
      set.ask = handler;
    },
    setPermissionCheckHandler: (handler) => {
      set.check = handler;
    },
    setDevicePermissionHandler: (handler) => {
      set.device = handler;
    },
    on: (_event, listener) => {
      set.download = listener;
    },
    webRequest: {
      onBeforeRequest: (listener) => {
        set.request = listener;
      },
    },
  });
  return set;
}

/** A recorder in place of WebContents; answers whether an event of that name was prevented. */
function guardedContents() {
  const listeners = new Map<string, (details: { preventDefault: () => void; url: string }) => void>();
  let openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  guardNavigation({
    on: (event: string, listener: (details: { preventDefault: () => void; url: string }) => void) => listeners.set(event, listener),
    setWindowOpenHandler: (handler) => {
      openHandler = handler;
    },
  });
  const prevents = (event: string, url: string): boolean => {
    let prevented = false;
    listeners.get(event)?.({
      url,
      preventDefault: () => {
        prevented = true;
      },
    });
    return prevented;
  };
  return { prevents, opens: (url: string) => openHandler({ url }).action };
}

const foreign = [
  'https://example.org/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'app://bundle.example.org/',
  'app://bundle@example.org/',
  'app://bundle:80/x',
  'javascript:alert(1)',
  'about:blank',
  'APP://other/',
  '',
];

describe("Electron's checklist, point by point", () => {
  it('1 only the bundle is loaded: every request elsewhere is cancelled', () => {
    const { request } = guardedSession();
    const isCancelled = (url: string): boolean => {
      let cancelled = false;
      request?.({ url }, (answer) => {
        cancelled = answer.cancel;
      });
      return cancelled;
    };
    for (const url of [...foreign, 'ws://example.org/', 'blob:https://example.org/1']) expect(isCancelled(url), url).toBe(true);
    for (const url of ['app://bundle/index.html', 'blob:app://bundle/1']) expect(isCancelled(url), url).toBe(false);
    expect(mayRequest('data:image/png;base64,AA==')).toBe(true);
  });

  it('2 the page has no Node', () => {
    expect(preferences).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false });
  });

  it('3 the preload has a world of its own', () => {
    expect(preferences.contextIsolation).toBe(true);
  });

  it('4 every renderer is sandboxed, and nothing turns that off', () => {
    expect(preferences.sandbox).toBe(true);
    expect(callsIn('electron/main.ts')).toContain('app.enableSandbox');
    for (const path of electronFiles)
      expect(
        propertiesIn(path).filter(({ name, value }) => name === 'sandbox' && value !== 'true'),
        path,
      ).toEqual([]);
    for (const path of electronFiles)
      expect(
        callsIn(path).filter((call) => call.endsWith('appendSwitch')),
        path,
      ).toEqual([]);
    expect(readSource('electron/main.ts')).toContain("app.isPackaged && app.commandLine.hasSwitch('no-sandbox')");
    expect(builder.linux.executableArgs).toEqual([]);
  });

  it('5 every permission is refused', () => {
    const { ask, check, device } = guardedSession();
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'clipboard-sanitized-write',
      'display-capture',
      'fullscreen',
      'openExternal',
      'unknown',
    ]) {
      let granted: boolean | null = null;
      ask?.({}, permission, (answer) => {
        granted = answer;
      });
      expect(granted, permission).toBe(false);
    }
    expect(check?.()).toBe(false);
    expect(device?.()).toBe(false);
  });

  it('6 web security stays on', () => {
    expect(preferences.webSecurity).toBe(true);
  });

  it('7 the policy starts from nothing and has no unsafe word', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('8 9 10 no insecure content, no experiments, no chosen Blink features', () => {
    expect(preferences).toMatchObject({ allowRunningInsecureContent: false, experimentalFeatures: false });
    for (const path of electronFiles)
      expect(
        propertiesIn(path).filter(({ name }) => name === 'enableBlinkFeatures' || name === 'disableBlinkFeatures'),
        path,
      ).toEqual([]);
  });

  it('11 12 a webview cannot be made', () => {
    expect(preferences.webviewTag).toBe(false);
    expect(guardedContents().prevents('will-attach-webview', 'app://bundle/index.html')).toBe(true);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('13 %s leads nowhere but the bundle', (event) => {
    const { prevents } = guardedContents();
    for (const url of foreign) expect(prevents(event, url), url).toBe(true);
    expect(prevents(event, 'app://bundle/index.html#/children')).toBe(false);
  });

  it('14 no second window opens', () => {
    for (const url of [...foreign, 'app://bundle/index.html']) expect(guardedContents().opens(url)).toBe('deny');
  });

  it('15 nothing is handed to the operating system to open', () => {
    for (const path of electronFiles) {
      expect(
        importsIn(path).flatMap(({ names }) => names),
        path,
      ).not.toContain('shell');
      expect(
        callsIn(path).filter((call) => /openExternal|openPath|showItemInFolder/.test(call)),
        path,
      ).toEqual([]);
    }
  });

  it('16 Electron is pinned exactly, and its support was looked up for that very version', () => {
    const { devDependencies } = JSON.parse(readSource('package.json')) as { devDependencies: Record<string, string> };
    const release = JSON.parse(readSource('test/config/electron-release.json')) as { version: string; checked: string };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(release.version).toBe(devDependencies.electron);
    expect(release.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('18 files come by a scheme of our own from inside the bundle', () => {
    expect(schemePrivileges).toMatchObject({ standard: true, secure: true, bypassCSP: false, corsEnabled: false });
    expect(callsIn('electron/app/protocol.ts')).toContain('session.protocol.handle');
    for (const path of electronFiles)
      expect(
        callsIn(path).filter((call) => call.endsWith('.loadFile')),
        path,
      ).toEqual([]);
    for (const path of [
      '/../x.html',
      '/%2e%2e/x.html',
      '/a%2fb.html',
      '/a%5cb.html',
      '/a%00.html',
      '/..%2Fx.html',
      '/.git/config.json',
      '/C:/x.html',
      '/a\\b.html',
      '/%zz',
      'x',
    ])
      expect(relativeBundlePath(path), path).toBeNull();
    expect(relativeBundlePath('/')).toEqual(['index.html']);
    expect(relativeBundlePath('/children/0b1c')).toEqual(['index.html']);
    expect(relativeBundlePath('/assets/a%20b.js')).toEqual(['assets', 'a b.js']);
  });

  it('19 the fuses are set in the package', () => {
    expect(builder.electronFuses).toMatchObject({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

describe('17 the sender of a message', () => {
  const mainFrame = { url: 'app://bundle/index.html#/today', parent: null };
  const ours: SenderEvent = { sender: { id: 7, mainFrame }, senderFrame: mainFrame };

  it('is known when it is the main frame of our window with our bundle', () => {
    expect(isOurSender(ours, 7)).toBe(true);
  });

  it.each<[string, SenderEvent, number | null]>([
    ['another window', ours, 8],
    ['no window', ours, null],
    ['a frame that has gone', { ...ours, senderFrame: null }, 7],
    ['a child frame', { ...ours, senderFrame: { url: mainFrame.url, parent: mainFrame } }, 7],
    ['a frame that is not the main one', { ...ours, senderFrame: { ...mainFrame } }, 7],
    ...foreign.map((url): [string, SenderEvent, number] => {
      const frame = { url, parent: null };
      return [`an address elsewhere: ${url}`, { sender: { id: 7, mainFrame: frame }, senderFrame: frame }, 7];
    }),
  ])('is refused: %s', (_, event, windowId) => {
    expect(isOurSender(event, windowId)).toBe(false);
  });

  it('is asked about before the pipeline hears of the request', async () => {
    const handled: unknown[] = [];
    let listener: ((event: SenderEvent, ...args: unknown[]) => Promise<unknown>) | undefined;
    registerElectronTransport(
      {
        handle: (_channel, given) => {
          listener = given;
        },
      },
      {
        windowId: () => 7,
        handle: (request) => {
          handled.push(request);
          return Promise.resolve('answer');
        },
      },
    );
    expect(await listener?.({ ...ours, senderFrame: null }, { op: 'x' })).toMatchObject({ ok: false, error: { code: 'TRANSPORT.SENDER' } });
    expect(await listener?.(ours, { op: 'x' }, 'a second argument')).toMatchObject({ ok: false });
    expect(handled).toEqual([]);
    expect(await listener?.(ours, { op: 'x' })).toBe('answer');
  });

  it('cannot be bypassed: no file but the one wrapper registers a handler', () => {
    const registering = electronFiles.flatMap((path) =>
      callsIn(path)
        .filter((call) => /\bipcMain\.(handle|handleOnce|on|once|addListener)$|^ipc\.handle$/.test(call))
        .map((call) => `${path}: ${call}`),
    );
    expect(registering).toEqual(['electron/ipc/electron-transport.ts: ipc.handle']);
  });
});

describe('20 the bridge', () => {
  it('offers two functions and passes on only requests that the contract names', async () => {
    const sent: unknown[] = [];
    const ipc = {
      invoke: (...args: unknown[]) => {
        sent.push(args);
        return Promise.resolve('ok');
      },
      on: () => undefined,
    };
    const bridge = makeBridge(ipc, operationNames({ children: { operations: { create: {} } } }));
    expect(Object.keys(bridge)).toEqual(['call', 'onLocked']);
    await expect(bridge.call('children.create', { a: 1 })).resolves.toBe('ok');
    await expect(bridge.call('children.destroy', {})).rejects.toThrow('unknown request');
    await expect(bridge.call('__proto__', {})).rejects.toThrow('unknown request');
    await expect(bridge.call(['children.create'] as unknown as string, {})).rejects.toThrow('unknown request');
    expect(sent).toEqual([['tirek:call', { op: 'children.create', input: { a: 1 } }]]);
  });

  it('hands no event of Electron to the page', () => {
    let inner: ((...args: unknown[]) => void) | undefined;
    const heard: unknown[][] = [];
    makeBridge(
      {
        invoke: () => Promise.resolve(),
        on: (_channel, listener) => {
          inner = listener;
        },
      },
      new Set(),
    ).onLocked((...args: unknown[]) => {
      heard.push(args);
    });
    inner?.({ sender: 'ipcRenderer' });
    expect(heard).toEqual([[]]);
  });

  it('the preload exposes that bridge alone', () => {
    expect(callsIn('electron/preload.ts').filter((call) => call.includes('expose'))).toEqual(['contextBridge.exposeInMainWorld']);
    expect(readSource('electron/preload.ts')).not.toMatch(/ipcRenderer\s*[.,}]\s*(send|on)\b/);
  });
});

describe('beyond the list', () => {
  it('electron is imported only by the shell', () => {
    const importing = [...electronFiles, ...programFiles('renderer'), ...programFiles('shared')].filter((path) =>
      importsIn(path).some(({ from }) => from === 'electron' || from.startsWith('electron/')),
    );
    for (const path of importing) expect(path).toMatch(/^electron\/(main\.ts|preload\.ts|app\/.+)$/);
  });

  it('developer tools and spell checking are off in the packed app', () => {
    expect(webPreferences('x', true).devTools).toBe(false);
    expect(preferences.spellcheck).toBe(false);
  });

  it('the window is kept out of screenshots, and the screen lock locks the vault', () => {
    expect(callsIn('electron/app/window.ts')).toContain('window.setContentProtection');
    const lifecycle = readSource('electron/app/lifecycle.ts');
    for (const event of ['lock-screen', 'suspend']) expect(lifecycle).toContain(`powerMonitor.on('${event}', lock)`);
  });

  it('one program runs at a time', () => {
    expect(callsIn('electron/main.ts')).toContain('app.requestSingleInstanceLock');
  });

  it('nothing starts another process, for the packed app cannot and must not', () => {
    for (const path of electronFiles)
      expect(
        importsIn(path)
          .map(({ from }) => from)
          .filter((from) => /^(node:)?(child_process|cluster)$/.test(from)),
        path,
      ).toEqual([]);
  });

  it('a page outside the scheme is foreign however it is spelled', () => {
    for (const url of foreign) expect(isOurAddress(url), url).toBe(false);
  });

  it('only downloads that the page made itself are let through', () => {
    const { download } = guardedSession();
    const isPrevented = (url: string): boolean => {
      let prevented = false;
      download?.(
        {
          preventDefault: () => {
            prevented = true;
          },
        },
        { getURL: () => url },
      );
      return prevented;
    };
    expect(isPrevented('https://example.org/x.exe')).toBe(true);
    expect(isPrevented('blob:app://bundle/0b1c')).toBe(false);
  });
});
