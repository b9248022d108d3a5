export function findBrowser(): string | null;
export function isRoot(): boolean;
export function installWithApt(packages: string[]): boolean;
export function ensureBrowser(): string | null;
