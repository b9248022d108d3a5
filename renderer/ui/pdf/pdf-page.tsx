import Box from '@mui/material/Box';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { drawPage, type PdfSheet } from './open-pdf';

interface PdfPageProps {
  sheet: PdfSheet;
  label: string;
  width: number;
  root: RefObject<HTMLDivElement | null>;
  onSeen: () => void;
}

/** One sheet: its place is kept from the start, its picture is drawn when it nears the window. */
export function PdfPage({ sheet, label, width, root, onSeen }: PdfPageProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const seen = useRef(onSeen);
  useEffect(() => {
    seen.current = onSeen;
  });

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const approach = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true);
      },
      { root: root.current, rootMargin: '600px' },
    );
    const reading = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) seen.current();
      },
      { root: root.current, rootMargin: '-45% 0px -45% 0px' },
    );
    approach.observe(element);
    reading.observe(element);
    return () => {
      approach.disconnect();
      reading.disconnect();
    };
  }, [root]);

  useEffect(() => {
    const element = place.current;
    if (!near || !element || width === 0) return undefined;
    let alive = true;
    // Drawn aside and swapped in: two renders on one canvas would fight, and a blank sheet would flash.
    const canvas = document.createElement('canvas');
    const density = Math.min(window.devicePixelRatio || 1, 2);
    drawPage(sheet, canvas, (width / sheet.width) * density).then(
      () => {
        if (!alive) return;
        canvas.style.width = '100%';
        canvas.style.height = '100%';
        canvas.setAttribute('role', 'img');
        canvas.setAttribute('aria-label', label);
        element.replaceChildren(canvas);
      },
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [near, sheet, width, label]);

  return (
    <Box
      ref={place}
      sx={{
        width,
        height: Math.round(width * (sheet.height / sheet.width)),
        mx: 'auto',
        mb: 2,
        backgroundColor: '#fff',
        boxShadow: '0 0 0 1px #d9d3c6, 0 1px 3px #1e25221a',
      }}
    />
  );
}
