export function findElectron(): string | null;
export function electronOrNull(): Promise<string | null>;
