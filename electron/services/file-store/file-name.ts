/** Controls, zero-width characters and the marks that turn the direction of text ("gpj.exe" shown as "exe.jpg"). */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
const LIMIT = 120;

/**
 * A name given by a person, made safe to show and to offer in "save as". It never names a stored file: those are random.
 * Only the last part of a path is kept; what Windows forbids becomes an underscore.
 */
export function displayFileName(given: string): string {
  const name = given.normalize('NFC').replace(INVISIBLE, '').split(/[/\\]/).at(-1) ?? '';
  const allowed = name
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(/\s+/g, ' ');
  const safe = RESERVED.test(allowed) ? `_${allowed}` : allowed;
  return safe === '' ? 'file' : shorten(safe);
}

export function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at > 0 ? name.slice(at + 1).toLowerCase() : '';
}

function shorten(name: string): string {
  const letters = [...name];
  if (letters.length <= LIMIT) return name;
  const extension = extensionOf(name);
  const tail = extension && extension.length <= 10 ? `.${extension}` : '';
  return (
    letters
      .slice(0, LIMIT - tail.length)
      .join('')
      .trimEnd() + tail
  );
}
