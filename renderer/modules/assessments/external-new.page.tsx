export function ExternalNewPage() {
  return null;
}
