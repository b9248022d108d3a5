import type { ModuleRoutes } from './module-routes';

/**
 * The rooms of the house. A module joins by being there: `renderer/modules/<name>/routes.tsx` exports `moduleRoutes`;
 * its pages are lazy, so only the addresses are loaded with the shell.
 */
const found = import.meta.glob<{ moduleRoutes: ModuleRoutes }>('../modules/*/routes.tsx', { eager: true });

export const modules: readonly ModuleRoutes[] = Object.values(found).map((module) => module.moduleRoutes);
