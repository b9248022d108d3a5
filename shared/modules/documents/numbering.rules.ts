import type { DocumentKind } from './documents.model';

/** The index before the number, as the registers of orphanages write it (documents.md 3.0). */
export const NUMBER_INDEX: Record<DocumentKind, string> = { 'guest-contract': 'ГД' };

/** `ГД-012/2026`; three digits at least, so that a sorted list of names is a list of numbers. */
export const formatNumber = (kind: DocumentKind, year: number, no: number): string =>
  `${NUMBER_INDEX[kind]}-${String(no).padStart(3, '0')}/${String(year)}`;

/** Safe as a file's name on every system, and without a person's name: `ГД-012-2026.pdf`, from the second version on `…-v2.pdf`. */
export const fileNameOf = (number: string, version: number): string => `${number.replace('/', '-')}${version > 1 ? `-v${String(version)}` : ''}.pdf`;
