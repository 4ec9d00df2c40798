/** A practice from nothing, step by step. Answers are kept on this device; the code and every key only in memory. */
import { isSetUp, openSetUp, type PracticeSetUp } from '@keychart/chart/set-up';
import { EmptyState, ErrorNote, LoadingLines } from '@keychart/ui';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { forgetAnswers, keepAnswers, keptAnswers, STEPS, type Step, type Typed } from './answers.ts';
import { CodeStep } from './code-step.tsx';
import { KeysStep } from './keys-step.tsx';
import { PersonStep } from './person-step.tsx';
import { PoliciesStep } from './policies-step.tsx';
import { PracticeStep } from './practice-step.tsx';
import { SetUpFrame } from './set-up-frame.tsx';

interface Words {
  readonly title: string;
  readonly lead: string;
}

const WORDS: Readonly<Record<Step | 'code' | 'found', Words>> = {
  code: {
    title: 'Set up my practice',
    lead: 'Ten minutes. Have the terminal of the server in sight, and a printer, or pen and paper, at hand.',
  },
  practice: {
    title: 'The practice',
    lead: 'What patients and letters call it. The server learns only name and time zone.',
  },
  person: { title: 'You', lead: 'The first person here, who lets in all the others.' },
  policies: {
    title: 'Policies',
    lead: 'Usual values are filled in. They can be changed later in the workstation.',
  },
  keys: {
    title: 'The root key',
    lead: 'It says who the administrators are, and lies on paper in a safe. It is made on this machine and never sent.',
  },
  found: {
    title: 'The practice is there',
    lead: 'The root key is on your paper and nowhere else. Put the sheets away, each in its place, before you go on.',
  },
};

export function SetUp({ onLeave }: { readonly onLeave: () => void }) {
  const [there, setThere] = useState<boolean | 'asking' | undefined>('asking');
  const [found, setFound] = useState(false);
  const setUp = useSetUp(found);
  const ask = () => {
    setThere('asking');
    void isSetUp().then(setThere);
  };
  useEffect(() => void isSetUp().then(setThere), []);
  if (found)
    return (
      <SetUpFrame {...WORDS.found}>
        <Button onClick={onLeave}>Log in to the workstation</Button>
      </SetUpFrame>
    );
  if (there === 'asking' || setUp === undefined) return <LoadingLines label="Looking at the server" />;
  if (there === undefined)
    return (
      <SetUpFrame {...WORDS.code}>
        <ErrorNote
          title="The server does not answer"
          kept="What you typed before is still here."
          retry={{ label: 'Try again', onRetry: ask }}
        />
      </SetUpFrame>
    );
  if (there)
    return (
      <SetUpFrame {...WORDS.code}>
        <EmptyState
          title="There is a practice here already."
          hint="One server holds one practice."
          action={<Button onClick={onLeave}>Log in to it</Button>}
        />
      </SetUpFrame>
    );
  return (
    <Steps
      setUp={setUp}
      onFound={() => {
        forgetAnswers();
        setFound(true);
      }}
    />
  );
}

/** Ends the thread that holds the keys when the practice is founded, and when the page is left. */
function useSetUp(over: boolean): PracticeSetUp | undefined {
  const [setUp, setSetUp] = useState<PracticeSetUp>();
  useEffect(() => {
    if (over) return;
    const opened = openSetUp();
    setSetUp(opened);
    return () => void opened.close();
  }, [over]);
  return setUp;
}

function Steps({ setUp, onFound }: { readonly setUp: PracticeSetUp; readonly onFound: () => void }) {
  const [code, setCode] = useState<string>();
  const [typed, setTyped] = useState<Typed>(keptAnswers);
  const [hasKey, setHasKey] = useState(false);
  useEffect(() => keepAnswers(typed), [typed]);

  if (code === undefined)
    return (
      <SetUpFrame {...WORDS.code}>
        <CodeStep setUp={setUp} onRight={setCode} />
      </SetUpFrame>
    );
  // After a reload the key is closed again, and is opened before anything else.
  const step = STEPS.find((each) => !typed.done.includes(each) || (each === 'person' && !hasKey)) ?? 'keys';
  const at = STEPS.indexOf(step);
  const before = STEPS[at - 1];
  const props = {
    typed,
    onChange: (part: Partial<Typed>) => setTyped((last) => ({ ...last, ...part })),
    onDone: () =>
      setTyped((last) => ({ ...last, done: [...last.done.filter((each) => each !== step), step] })),
    ...(before && {
      onBack: () =>
        setTyped((last) => ({ ...last, done: last.done.filter((each) => STEPS.indexOf(each) < at - 1) })),
    }),
  };
  const withKey = () => {
    setHasKey(true);
    props.onDone();
  };
  return (
    <SetUpFrame {...WORDS[step]} step={`Step ${at + 1} of ${STEPS.length}`} key={step}>
      {step === 'practice' && <PracticeStep {...props} />}
      {step === 'person' && <PersonStep {...props} setUp={setUp} hasKey={hasKey} onDone={withKey} />}
      {step === 'policies' && <PoliciesStep {...props} />}
      {step === 'keys' && <KeysStep {...props} setUp={setUp} code={code} onCode={setCode} onDone={onFound} />}
    </SetUpFrame>
  );
}
