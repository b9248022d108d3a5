import './lib/no-eval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { api } from './lib/client';
import { startTexts } from './lib/i18n';
import type { Status } from './app/session/session-context';

const UNREACHABLE: Status = {
  state: 'trouble',
  trouble: null,
  folder: '',
  language: 'ru',
  organisationName: null,
  people: [],
  version: '',
  journalWarning: false,
  sitting: false,
};

/** A window that somebody sits at: the questions alone, in the language of the form; nothing of the shell is even loaded. */
async function startSitting(place: HTMLElement): Promise<void> {
  const [{ SittingApp }, sitting] = await Promise.all([import('./app/sitting/sitting-app'), api.assessments.sitting({}).catch(() => null)]);
  startTexts(sitting?.language ?? 'ru');
  createRoot(place).render(
    <StrictMode>
      <SittingApp sitting={sitting} />
    </StrictMode>,
  );
}

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) return;
  const status = await api.session.status({}).catch(() => UNREACHABLE);
  if (status.sitting) {
    await startSitting(place);
    return;
  }
  const profile = status.state === 'signed-in' ? await api.session.me({}).catch(() => null) : null;
  startTexts(profile?.language ?? status.language);
  createRoot(place).render(
    <StrictMode>
      <App status={status} profile={profile} />
    </StrictMode>,
  );
}

void start();
