export const localRules: { rules: Record<'bound-sql' | 'translated-text', object> };
