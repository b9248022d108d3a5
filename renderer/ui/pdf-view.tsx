import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { Download, Printer } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bytesOf, openPdf, type OpenPdf } from './pdf/open-pdf';
import { PdfPage } from './pdf/pdf-page';
import { printPdf, savePdf } from './pdf/print-pdf';
import { ErrorState, Skeleton } from './states';

interface PdfViewProps {
  base64: string;
  fileName: string;
  /** At the left of the bar: state, number. */
  lead?: ReactNode;
  /** A draft is looked at, not taken away. */
  printable?: boolean;
  onPrinted?: () => void;
}

const ZOOMS = ['fit', '0.75', '1', '1.25', '1.5', '2'] as const;
type Zoom = (typeof ZOOMS)[number];

/** A paper as it will be printed, drawn page by page as they come into sight. */
export function PdfView({ base64, fileName, lead, printable = true, onPrinted }: PdfViewProps) {
  const { t } = useTranslation('ui');
  const desk = useRef<HTMLDivElement>(null);
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [page, setPage] = useState(1);
  const [width, setWidth] = useState(0);

  // The former paper stays in sight until the next one is open: a preview that blinks at each letter cannot be read.
  const shown = useRef<OpenPdf | null>(null);
  const show = useCallback((next: OpenPdf | null) => {
    shown.current?.close();
    shown.current = next;
    setPdf(next);
  }, []);
  useEffect(() => {
    let alive = true;
    setError(null);
    openPdf(bytesOf(base64)).then(
      (opened) => {
        if (alive) show(opened);
        else opened.close();
      },
      (failure: unknown) => {
        if (!alive) return;
        show(null);
        setError(failure);
      },
    );
    return () => {
      alive = false;
    };
  }, [base64, show]);
  useEffect(
    () => () => {
      show(null);
    },
    [show],
  );

  useEffect(() => {
    const element = desk.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      setWidth(Math.floor(entry?.contentRect.width ?? 0));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  const print = () => {
    if (pdf) void printPdf(pdf).then(onPrinted, setError);
  };
  return (
    <Box role="region" aria-label={t('pdf.label')} sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%' }}>
      <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', minHeight: 46, px: 2, borderBottom: 1, borderColor: 'divider', flex: 'none' }}>
        {lead}
        {pdf && (
          <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
            {t('pdf.page', { page, total: pdf.pages.length })}
          </Typography>
        )}
        <Select
          value={zoom}
          onChange={(event) => {
            setZoom(event.target.value);
          }}
          inputProps={{ 'aria-label': t('pdf.zoom') }}
          sx={{ height: 30, fontSize: 13 }}
        >
          {ZOOMS.map((value) => (
            <MenuItem key={value} value={value}>
              {value === 'fit' ? t('pdf.fit') : `${String(Number(value) * 100)} %`}
            </MenuItem>
          ))}
        </Select>
        {printable && (
          <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>
            <Button
              size="small"
              color="inherit"
              sx={{ color: 'text.secondary' }}
              startIcon={<Download size={15} strokeWidth={1.75} aria-hidden />}
              onClick={() => {
                savePdf(bytesOf(base64), fileName);
              }}
            >
              {t('pdf.save')}
            </Button>
            <Button size="small" variant="outlined" disabled={!pdf} startIcon={<Printer size={15} strokeWidth={1.75} aria-hidden />} onClick={print}>
              {t('pdf.print')}
            </Button>
          </Box>
        )}
      </Box>
      <Box
        ref={desk}
        tabIndex={0}
        role="group"
        aria-label={fileName}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', backgroundColor: 'paperInk.sunk', py: 2 }}
      >
        {error !== null && (
          <Box sx={{ px: 3 }}>
            <ErrorState error={error} title={t('pdf.failed')} />
          </Box>
        )}
        {!pdf && error === null && (
          <Box sx={{ px: 3 }}>
            <Skeleton rows={6} />
          </Box>
        )}
        {pdf?.pages.map((sheet, index) => (
          <PdfPage
            key={index}
            sheet={sheet}
            label={t('pdf.pageImage', { page: index + 1 })}
            width={zoom === 'fit' ? Math.max(280, width - 52) : Math.round(sheet.width * (96 / 72) * Number(zoom))}
            root={desk}
            onSeen={() => {
              setPage(index + 1);
            }}
          />
        ))}
      </Box>
    </Box>
  );
}
