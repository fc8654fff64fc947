import { ShieldCheck, ShieldQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { explain } from '../../lib/problem';
import { useSession } from '../../lib/session';
import { correct } from './api';
import { MaskedText } from './MaskedText';
import type { Span } from './spans';
import type { LivePreview } from './usePreview';

interface Props {
  text: string;
  live: LivePreview;
  id: string;
}

/** What the model will see of the text that is being written, and why; a place to say that something is no identifier. */
export function PreviewPanel({ text, live, id }: Props) {
  const { t } = useTranslation();
  const { api } = useSession();
  const [told, setTold] = useState<string | null>(null);

  const deny = (span: Span) => {
    const value = text.slice(span.start, span.end);
    correct(api.caller, { verdict: 'not_identifier', type: span.finding.type, text: value }).then(
      () => setTold(t('phi.corrected', { value })),
      (error: unknown) => setTold(explain(error)),
    );
  };

  return (
    <section className="preview" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('phi.willSee')}</h2>
      {live.failed && <Notice tone="warning">{t('phi.previewAway')}</Notice>}
      {live.masked === null ? <p className="muted">{t('phi.looking')}</p> : <MaskedText text={live.masked} />}
      {live.spans.length === 0 && live.fresh !== null && (
        <p className="muted with-icon">
          <ShieldQuestion aria-hidden="true" />
          {t('phi.nothingFound')}
        </p>
      )}
      {live.spans.length > 0 && (
        <ul className="findings">
          {live.spans.map((span) => (
            <li key={`${span.start}-${span.end}`}>
              <ShieldCheck aria-hidden="true" />
              <span className="finding-text">{text.slice(span.start, span.end)}</span>
              <span className="chip">{t(`phi.type.${span.finding.type}` as 'phi.type.NAME', { defaultValue: span.finding.type })}</span>
              <span className="muted finding-why">{span.finding.why}</span>
              <Button size="small" variant="quiet" onPress={() => deny(span)}>
                {t('phi.notIdentifier')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="sr-only" role="status">
        {told ?? ''}
      </p>
      {told && <Notice tone="info">{told}</Notice>}
    </section>
  );
}
