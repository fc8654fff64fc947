import { PenLine } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { explain } from '../../lib/problem';
import type { Patient } from '../record/patient';
import { PatientLine } from '../record/PatientLine';
import type { Approval } from './stream';

interface Props {
  approval: Approval;
  /** Whose record the agent has. */
  patient: Patient | null;
  /** Whether the run goes on, so that there is something to decide. */
  open: boolean;
  onDecide(approval: Approval, approve: boolean): Promise<void>;
}

/** Text as it is written, and nothing of it is taken for markup. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** A tool of the record, which files drafts there; any other is of a server that its name begins with. */
const FILES = 'file_note';
const FIELDS: ReadonlySet<string> = new Set(['kind', 'text', 'left_out']);
const KINDS: ReadonlySet<string> = new Set(['progress-note', 'discharge-summary', 'consult-note']);

/** Where it would be written. */
function Where({ tool, patient }: { tool: string; patient: Patient | null }) {
  const { t } = useTranslation();
  const server = /^(.+?)__/.exec(tool)?.[1];
  return (
    <div>
      <dt>{t('approval.where')}</dt>
      <dd>
        {tool === FILES ? t('approval.record') : server ? t('approval.server', { server }) : tool}
        {patient && tool === FILES && <PatientLine patient={patient} />}
      </dd>
    </div>
  );
}

/** What an agent would write, word by word, with the choice. It is read out when it comes; the focus stays where the person is. */
export function ApprovalCard({ approval, patient, open, onDecide }: Props) {
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
      <h2 id={title}>
        <PenLine aria-hidden="true" />
        {t('approval.title')}
      </h2>
      {waits && (
        <span className="sr-only" role="alert">
          {t('approval.title')}
        </span>
      )}
      <p className="muted">{t('approval.tool', { tool: approval.tool })}</p>
      <dl>
        <Where tool={approval.tool} patient={patient} />
        {Object.entries(approval.draft).map(([name, value]) => (
          <div key={name}>
            <dt>{FIELDS.has(name) ? t(`approval.field.${name}` as 'approval.field.text') : name}</dt>
            <dd>{name === 'kind' && KINDS.has(String(value)) ? t(`approval.kind.${String(value)}` as 'approval.kind.progress-note') : textOf(value)}</dd>
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
