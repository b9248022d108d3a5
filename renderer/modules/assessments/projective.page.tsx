export function ProjectivePage() {
  return null;
}
