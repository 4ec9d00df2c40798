/** A search field over a list: type, move with the arrows, Enter picks. The list is a listbox steered from the field. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import classes from './pick-list.module.css';

interface PickListProps<T> {
  readonly label: string;
  readonly placeholder?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  readonly render: (item: T) => ReactNode;
  readonly onPick: (item: T) => void;
  /**
   * False while `items` still answer an earlier text. Enter then waits for the answer: what stood there before, a
   * patient of another name, is never picked by fast hands.
   */
  readonly fresh: boolean;
  /** Enter was pressed before the field was there. */
  readonly entered?: boolean;
  readonly onFocus?: () => void;
  /** Said when there are no items; undefined while nobody knows. */
  readonly empty: ReactNode;
}

export function PickList<T>({
  label,
  placeholder,
  text,
  onText,
  items,
  idOf,
  render,
  onPick,
  fresh,
  entered: enteredBefore = false,
  onFocus,
  empty,
}: PickListProps<T>) {
  const listId = useId();
  const [at, setAt] = useState(0);
  const current = Math.min(at, items.length - 1);
  const list = useRef<HTMLDivElement>(null);
  const entered = useRef(false);

  const pickFirst = useEffectEvent(() => {
    const first = items[0];
    if (entered.current && first !== undefined) onPick(first);
    entered.current = false;
  });
  useEffect(() => {
    if (enteredBefore) entered.current = true;
  }, [enteredBefore]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an Enter from before finds a list that is fresh already
  useEffect(() => {
    if (fresh) pickFirst();
  }, [fresh, enteredBefore]);

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    entered.current = event.key === 'Enter' && !fresh;
    if (entered.current) return event.preventDefault();
    const last = items.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(current + 1, last),
      ArrowUp: Math.max(current - 1, 0),
      PageDown: Math.min(current + 10, last),
      PageUp: Math.max(current - 10, 0),
    };
    const item = items[current];
    if (event.key === 'Enter' && item !== undefined) {
      event.preventDefault();
      onPick(item);
    } else if (event.key in moves) {
      event.preventDefault();
      setAt(moves[event.key] ?? 0);
    } else if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      onText('');
    }
  };

  return (
    <>
      <TextInput
        aria-label={label}
        placeholder={placeholder}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        {...(onFocus && { onFocus })}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={items.length > 0 ? `${listId}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        data-autofocus
      />
      {items.length === 0 && empty}
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label}
        className={classes.list}
        hidden={items.length === 0}
      >
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and handles the keys of the listbox
          <div
            key={idOf(item)}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={classes.item}
            onClick={() => onPick(item)}
            onPointerMove={() => index !== current && setAt(index)}
          >
            {render(item)}
          </div>
        ))}
      </div>
    </>
  );
}
