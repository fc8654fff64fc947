import { useEffect, type ReactNode } from 'react';

interface Props {
  title: string;
  text: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page beside the chat, with its first heading. */
export function Page({ title, text, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Hilum`;
    return () => {
      document.title = 'Hilum';
    };
  }, [title]);
  return (
    <div className="page">
      <header>
        <div>
          <h1>{title}</h1>
          <p className="muted">{text}</p>
        </div>
        {actions && <div className="row">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Panel({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {actions && <div className="row">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
