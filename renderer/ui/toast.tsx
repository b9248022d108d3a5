import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import SnackbarContent from '@mui/material/SnackbarContent';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../lib/error-text';

interface Message {
  id: number;
  text: string;
  undo?: () => void;
}

export interface Toast {
  /** The verb of the button again: «Сохранено», «Карта перенесена в архив». */
  show: (text: string, undo?: () => void) => void;
  /** A failure that has no field of its own. */
  fail: (error: unknown) => void;
}

const ToastContext = createContext<Toast | null>(null);
const EIGHT_SECONDS = 8_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  const sentence = useErrorText();
  const [message, setMessage] = useState<Message | null>(null);
  const show = useCallback((text: string, undo?: () => void) => {
    setMessage((before) => ({ id: (before?.id ?? 0) + 1, text, ...(undo ? { undo } : {}) }));
  }, []);
  const toast = useMemo(
    () => ({
      show,
      fail: (error: unknown) => {
        show(sentence(error));
      },
    }),
    [show, sentence],
  );
  const close = () => {
    setMessage(null);
  };
  return (
    <ToastContext.Provider value={toast}>
      {children}
      <Snackbar
        key={message?.id}
        open={message !== null}
        autoHideDuration={EIGHT_SECONDS}
        onClose={(_, reason) => {
          if (reason !== 'clickaway') close();
        }}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <SnackbarContent
          role="status"
          message={message?.text}
          action={
            message?.undo && (
              <Button
                size="small"
                variant="outlined"
                color="inherit"
                sx={{ color: 'inherit', backgroundColor: 'transparent', borderColor: 'currentColor' }}
                onClick={() => {
                  message.undo?.();
                  close();
                }}
              >
                {t('toast.undo')}
              </Button>
            )
          }
        />
      </Snackbar>
    </ToastContext.Provider>
  );
}

export function useToast(): Toast {
  const toast = useContext(ToastContext);
  if (!toast) throw new Error('no toast here');
  return toast;
}
