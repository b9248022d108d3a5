/** The two channels that exist between page and program. */
export const CALL_CHANNEL = 'tirek:call';
export const LOCKED_CHANNEL = 'tirek:locked';
