export function ProjectiveNewPage() {
  return null;
}
