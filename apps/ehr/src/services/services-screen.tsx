/** Programs on the practice's server that read a part of the records with a key of their own; for administrators. */
import type { ServiceAgent, ServiceChange } from '@keychart/chart';
import { faultText, useAsk, useChart, useSession } from '@keychart/react';
import { EmptyState, ErrorNote, firstUpper, LoadingLines, Section } from '@keychart/ui';
import { Alert, Button } from '@mantine/core';
import { IconCloudDownload, IconCloudOff, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Screen } from '../screen/screen.tsx';
import { useStaff } from '../staff/use-staff.ts';
import { AddService } from './add-service.tsx';
import { ConfirmService } from './confirm-service.tsx';
import { ServicePatients } from './service-patients.tsx';
import { ServiceRow } from './service-row.tsx';
import { type ServiceAct, serviceStanding } from './service-words.ts';
import classes from './services.module.css';

type Open =
  | { readonly what: 'add' }
  | { readonly what: ServiceAct | 'patients'; readonly agent: ServiceAgent };

export function ServicesScreen() {
  const chart = useChart();
  const { status } = useSession();
  const { value: staff } = useStaff();
  const [open, setOpen] = useState<Open>();
  const [failure, setFailure] = useState<string>();
  const mayChange = staff?.whyNot === undefined;
  const live = status?.connection === 'live';
  const standing = serviceStanding(status?.connection);
  // The list lies with the server: asked again when the staff list, or the connection, has changed.
  const { value, error, again } = useAsk(
    staff !== undefined && mayChange ? 'services' : undefined,
    `${live} ${JSON.stringify(staff?.members.map(({ npub, patients }) => [npub, patients]))}`,
    () => chart.services(),
  );

  const perform = async (change: ServiceChange): Promise<string | undefined> => {
    try {
      const outcome = await chart.changeService(change);
      if (!outcome.ok) return firstUpper(outcome.reason);
      setOpen(undefined);
      return undefined;
    } catch (fault) {
      return faultText(fault);
    } finally {
      again();
    }
  };

  const finish = (agent: ServiceAgent) => {
    setFailure(undefined);
    void perform({ kind: 'finish', id: agent.id }).then(setFailure);
  };

  const refused = error ?? (value?.ok === false ? firstUpper(value.reason) : undefined);
  const agents = value?.ok ? value.agents : undefined;
  const ready = live && staff?.pending?.state !== 'waiting';
  const add = mayChange && agents !== undefined && (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      disabled={!ready}
      onClick={() => setOpen({ what: 'add' })}
    >
      Add a service
    </Button>
  );
  return (
    <Screen
      title="Services"
      lead="Programs on the practice’s server. Each has a key of its own that opens no more than its work needs."
      action={add}
      narrow
    >
      {!mayChange && <EmptyState title="Administrators of the practice look after its services." />}
      {mayChange && standing && (
        <Alert
          color={standing.waiting ? 'info' : 'attention'}
          variant="light"
          role="status"
          icon={standing.waiting ? <IconCloudDownload aria-hidden /> : <IconCloudOff aria-hidden />}
          mb="md"
        >
          {standing.text}
        </Alert>
      )}
      {failure !== undefined && <ErrorNote title="The service could not be let in" detail={failure} />}
      {mayChange && live && refused !== undefined && (
        <ErrorNote
          title="The services could not be read"
          detail={refused}
          retry={{ label: 'Ask again', onRetry: again }}
        />
      )}
      {mayChange && (standing?.waiting || (live && refused === undefined)) && agents === undefined && (
        <LoadingLines label="Asking the server for its services" />
      )}
      {agents?.length === 0 && (
        <EmptyState
          title="No service has a key."
          hint="Add one when the server is to send bills or reminders, or to answer another system."
        />
      )}
      {agents !== undefined && agents.length > 0 && (
        <Section title="With a key of the practice">
          <ul className={classes.list} aria-label="Services">
            {agents.map((agent) => (
              <ServiceRow
                key={agent.id}
                agent={agent}
                waiting={staff?.pending?.state === 'waiting'}
                disabled={!ready}
                onFinish={() => finish(agent)}
                onAct={(what) => setOpen({ what, agent })}
                onPatients={() => setOpen({ what: 'patients', agent })}
              />
            ))}
          </ul>
        </Section>
      )}
      {open?.what === 'add' && <AddService onClose={() => setOpen(undefined)} onDo={perform} />}
      {open?.what === 'patients' && (
        <ServicePatients agent={open.agent} onClose={() => setOpen(undefined)} onDo={perform} />
      )}
      {(open?.what === 'rotate' || open?.what === 'revoke') && (
        <ConfirmService
          act={open.what}
          agent={open.agent}
          onClose={() => setOpen(undefined)}
          onDo={perform}
        />
      )}
    </Screen>
  );
}
