import { PenLine } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { explain } from '../../lib/problem';
import type { Approval } from './stream';

interface Props {
  approval: Approval;
  /** Whether the run goes on, so that there is something to decide. */
  open: boolean;
  onDecide(approval: Approval, approve: boolean): Promise<void>;
}

/** Text as it is written, and nothing of it is taken for markup. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** What an agent would write, word by word, with the choice. It is read out when it comes; the focus stays where the person is. */
export function ApprovalCard({ approval, open, onDecide }: Props) {
  const { t, i18n } = useTranslation();
  const title = useId();
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const waits = approval.outcome === 'waiting' && open;
  const decide = async (approve: boolean) => {
    setSent(true);
    setProblem(null);
    try {
      await onDecide(approval, approve);
    } catch (error) {
      setProblem(error);
      setSent(false);
    }
  };
  return (
    <section className="approval" aria-labelledby={title}>
      <h3 id={title}>
        <PenLine aria-hidden="true" />
        {t('approval.title')}
      </h3>
      {waits && (
        <span className="sr-only" role="alert">
          {t('approval.title')}
        </span>
      )}
      <p className="muted">{t('approval.tool', { tool: approval.tool })}</p>
      <dl>
        {Object.entries(approval.draft).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{textOf(value)}</dd>
          </div>
        ))}
      </dl>
      {waits && (
        <>
          <p>
            {t('approval.text')} {t('approval.until', { time: new Date(approval.expiresAt).toLocaleTimeString(i18n.language) })}
          </p>
          <div className="row">
            <Button variant="primary" isDisabled={sent} onPress={() => void decide(true)}>
              {t('approval.approve')}
            </Button>
            <Button isDisabled={sent} onPress={() => void decide(false)}>
              {t('approval.refuse')}
            </Button>
          </div>
        </>
      )}
      {!waits && <p role="status">{t(`approval.${approval.outcome === 'waiting' ? 'unknown' : approval.outcome}`)}</p>}
      {problem !== null && <Notice tone="error">{explain(problem)}</Notice>}
    </section>
  );
}
