/** What a look at every page of a vault file answers. */
export interface DatabaseFacts {
  /** False: a page does not carry its own tag, an index disagrees, or a row refers to nothing. */
  sound: boolean;
  schema: number;
  rows: Record<string, number>;
}

/** Heavy work on vault files, done in a worker so that the window stays alive. Keys are copied, never kept. */
export interface DatabaseWork {
  /** VACUUM INTO: the copy has the same key and cipher and holds one moment's state, also while others write. */
  copy(source: string, key: Buffer, target: string, signal?: AbortSignal): Promise<void>;
  /** Reads every page and checks every reference. A wrong key or unreadable file throws VaultFileError. */
  inspect(file: string, key: Buffer, signal?: AbortSignal): Promise<DatabaseFacts>;
}
