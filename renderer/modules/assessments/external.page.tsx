export function ExternalPage() {
  return null;
}
