/** Text with emphasis. Plain strings only: no markup, no link, nothing that a reader program could run. */
export type Span = string | { text: string; bold?: true; italic?: true };
export type Text = Span | Span[];

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface SignatureParty {
  title: string;
  /** Requisites above the line. */
  lines: string[];
  /** Under the line: post and name. */
  signer: string;
  /** «М.П.», where the party has a seal. */
  seal?: string;
}

/** A paper is a list of blocks, plain data: it can be stored, hashed and rendered again for ever. */
export type Block =
  | { kind: 'title'; text: string; under?: string }
  | { kind: 'mark'; text: string }
  | { kind: 'split'; left: string; right: string }
  | { kind: 'paragraph'; text: Text; align?: Align; indent?: boolean; small?: boolean }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: Text[] }
  /** The same section in two languages, side by side, aligned at the top. */
  | { kind: 'columns'; left: Block[]; right: Block[] }
  | { kind: 'table'; head: string[]; rows: string[][]; widths: (number | '*' | 'auto')[]; small?: boolean }
  | { kind: 'pairs'; rows: [string, string][] }
  /** Never parted over two pages, nor from its heading. */
  | { kind: 'signatures'; heading?: string; parties: SignatureParty[] }
  | { kind: 'boxes'; items: { text: string; ticked: boolean }[] }
  | { kind: 'groups'; groups: string[]; perRow: number; from: number }
  | { kind: 'qr'; text: string }
  | { kind: 'space'; mm: number }
  | { kind: 'pageBreak' };

export interface Paper {
  /** Stands in the file's metadata instead of anybody's name. */
  kind: string;
  language: 'ru' | 'kk' | 'en';
  orientation: 'portrait' | 'landscape';
  /** Base size in points. */
  fontSize: number;
  blocks: Block[];
  /** «стр. {page} из {pages}» */
  footer: string;
  /** Set on every page of what is not issued yet. */
  watermark?: string;
  /** ISO instant written into the file, so that the same paper is the same bytes for ever. */
  issuedAt: string;
}

const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** What reads differently than it looks is shown as a visible sign, so that nobody signs a reversed number. */
export const visible = (text: string): string => text.normalize('NFC').replace(HIDDEN, '\u00b7').replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
