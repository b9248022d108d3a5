export function PaperEntryPage() {
  return null;
}
