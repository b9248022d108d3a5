import { z } from 'zod';

export const ROLES = ['staff', 'psychologist', 'coordinator', 'administrator', 'coach', 'observer'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const LANGUAGES = ['ru', 'kk', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;
