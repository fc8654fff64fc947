import { useMutation, useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Fields';
import { Loaded } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import type { RecordSystem } from '../../lib/config';
import { explain } from '../../lib/problem';
import { findPatients, readPatient, type Grant } from './fhir';
import type { Patient } from './patient';
import { PatientLine } from './PatientLine';
import type { OpenRecord } from './records';
import { answerTo, prepare, type Launch, type Opening } from './smart';

interface Props {
  system: RecordSystem;
  launch: Launch | null;
  onOpened(record: OpenRecord): void;
  onClose(): void;
}

/** Sign in at the record system, in a window of its own, and choose the patient where it did not. */
export default function OpenRecordDialog({ system, launch, onOpened, onClose }: Props) {
  const { t } = useTranslation();
  const [grant, setGrant] = useState<Grant | null>(null);
  const opening = useQuery({ queryKey: ['record', 'opening', launch?.launch], queryFn: () => prepare(system, launch), gcTime: 0, staleTime: Infinity, retry: false });
  const show = (patient: Patient, { token, until }: Grant) => onOpened({ patient, token, until });
  return (
    <Dialog title={t('record.title')} open onClose={onClose}>
      {grant ? (
        <Finder system={system} grant={grant} onFound={(patient) => show(patient, grant)} />
      ) : (
        <Loaded query={opening}>
          {(ready) => (
            <SignIn
              opening={ready}
              named={launch !== null}
              onGranted={async (granted) => {
                if (granted.patient === null) {
                  setGrant(granted);
                } else {
                  show(await readPatient(system, granted, granted.patient), granted);
                }
              }}
              onAgain={() => void opening.refetch()}
            />
          )}
        </Loaded>
      )}
    </Dialog>
  );
}

interface SignInProps {
  opening: Opening;
  /** Whether the record system was left with a patient in mind. */
  named: boolean;
  onGranted(grant: Grant): Promise<void>;
  onAgain(): void;
}

function SignIn({ opening, named, onGranted, onAgain }: SignInProps) {
  const { t } = useTranslation();
  const waiting = useRef<AbortController | null>(null);
  useEffect(() => () => waiting.current?.abort(), []);
  const signIn = useMutation({
    mutationFn: async () => {
      waiting.current?.abort();
      waiting.current = new AbortController();
      const answered = answerTo(opening, waiting.current.signal);
      window.open(opening.address, 'hilum-record', 'popup,width=560,height=720');
      await onGranted(await opening.finish(await answered));
    },
    // What was prepared is used up.
    onError: onAgain,
  });
  const given = signIn.isError && waiting.current?.signal.aborted !== true;
  return (
    <div className="stack">
      <p>{t(named ? 'record.launched' : 'record.text')}</p>
      {given && <Notice tone="error">{explain(signIn.error)}</Notice>}
      {signIn.isPending && (
        <p role="status" className="muted">
          {t('record.waiting')}
        </p>
      )}
      <div className="row">
        <Button variant="primary" autoFocus onPress={() => signIn.mutate()}>
          <ExternalLink aria-hidden="true" />
          {t(signIn.isPending ? 'record.openWindow' : 'record.signIn')}
        </Button>
      </div>
    </div>
  );
}

function Finder({ system, grant, onFound }: { system: RecordSystem; grant: Grant; onFound(patient: Patient): void }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const search = useMutation({ mutationFn: () => findPatients(system, grant, wanted) });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted.trim() !== '') {
          search.mutate();
        }
      }}
    >
      <Field label={t('record.find')} hint={t('record.findHint')} value={wanted} onChange={setWanted} autoFocus />
      <div className="row">
        <Button type="submit" variant="primary" isDisabled={wanted.trim() === '' || search.isPending}>
          {t('record.search')}
        </Button>
      </div>
      {search.isError && <Notice tone="error">{explain(search.error)}</Notice>}
      <p className="sr-only" role="status">
        {search.data ? t('record.found', { count: search.data.length }) : ''}
      </p>
      {search.data?.length === 0 && <p className="muted">{t('record.found', { count: 0 })}</p>}
      {search.data && search.data.length > 0 && (
        <ul className="patients" aria-label={t('record.patients')}>
          {search.data.map((patient) => (
            <li key={patient.id}>
              <AriaButton className="button secondary medium" onPress={() => onFound(patient)}>
                <PatientLine patient={patient} />
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
