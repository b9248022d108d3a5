import { config } from 'zod';

// The page's policy forbids code made from text. Zod would try it for speed as soon as the first schema is built, and the
// attempt alone counts as a violation: so this comes before every other import of the page.
config({ jitless: true });
