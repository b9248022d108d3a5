import { isOurAddress } from '../app/scheme';

/** The part of an IPC event that says who sent it. */
export interface SenderEvent {
  sender: { id: number; mainFrame: unknown };
  senderFrame: { url: string; parent: unknown } | null;
}

/**
 * Three questions for every message: is it from the main frame, does that frame show our bundle, and is it the window that
 * this program opened? `senderFrame` is null when the frame has already gone; then nobody is there to answer.
 */
export function isOurSender(event: SenderEvent, windowId: number | null): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    frame.parent === null &&
    frame === event.sender.mainFrame &&
    isOurAddress(frame.url) &&
    windowId !== null &&
    event.sender.id === windowId
  );
}
