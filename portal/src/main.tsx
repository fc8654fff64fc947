import './styles/base.css';
import './styles/components.css';
import './styles/chat.css';
import './styles/pages.css';
import './styles/admin.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startAuth } from './lib/auth';
import { readConfig } from './lib/config';
import { languageOf, startI18n } from './lib/i18n';
import { Problem } from './lib/problem';

const RETRIES = 2;

/** What a service refused stays refused; what did not answer is asked again. */
function again(failed: number, error: Error): boolean {
  return failed < RETRIES && (!(error instanceof Problem) || error.status === 0 || error.status >= 500);
}

async function start(root: HTMLElement): Promise<void> {
  await startI18n(languageOf(navigator.languages));
  const config = await readConfig();
  const auth = await startAuth(config);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: again, refetchOnWindowFocus: false }, mutations: { retry: false } } });
  // A page that the browser kept and shows again has texts of somebody who may be gone.
  window.addEventListener('pageshow', (event) => event.persisted && window.location.reload());
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App auth={auth} config={config} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) {
  start(root).catch((error: unknown) => {
    const told = document.createElement('p');
    told.setAttribute('role', 'alert');
    told.className = 'broken';
    told.textContent = `Hilum cannot be opened: ${error instanceof Error ? error.message : 'unknown'}`;
    root.replaceChildren(told);
  });
}
