import { contextBridge, ipcRenderer } from 'electron';
import { contract } from '../shared/contract/registry';
import { makeBridge, operationNames } from './app/bridge';

contextBridge.exposeInMainWorld('tirek', makeBridge(ipcRenderer, operationNames(contract)));
