// A menu that drops from a button: items with a word and, where it helps, a line under it. What it is made of
// (OpenedMenu.tsx) loads when the pointer or the focus comes to the button: most pages are left with no menu opened.
import {
  cloneElement,
  createContext,
  use,
  useState,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
} from 'react'
import type * as OpenedParts from './OpenedMenu.tsx'

export interface MenuProps {
  readonly trigger: ReactElement<ComponentProps<'button'>>
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
  /** A letter typed while it is open, in lower case. */
  readonly onKey?: (key: string) => void
}

export interface OpenedMenuProps extends MenuProps {
  /** What pressed the button the first time. */
  readonly opening: 'pointer' | 'keyboard'
}

export interface MenuItemProps {
  readonly children: ReactNode
  readonly line?: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
  readonly onSelect?: () => void
}

export interface MenuChoiceProps<Value extends string> {
  readonly value: Value
  readonly choices: readonly {
    readonly value: Value
    readonly text: string
    readonly line: string
  }[]
  readonly onChange: (value: Value) => void
}

type Parts = typeof OpenedParts

let loading: Promise<Parts> | null = null

function loadParts(): Promise<Parts> {
  loading ??= import('./OpenedMenu.tsx').catch((cause: unknown) => {
    loading = null // The next press tries again.
    throw cause
  })
  return loading
}

const Opened = createContext<Parts | null>(null)

export function Menu(props: MenuProps) {
  const [opened, setOpened] = useState<{
    readonly parts: Parts
    readonly opening: OpenedMenuProps['opening']
  } | null>(null)
  if (opened) {
    const { parts, opening } = opened
    return (
      <Opened value={parts}>
        <parts.OpenedMenu {...props} opening={opening} />
      </Opened>
    )
  }
  const near = () => void loadParts().catch(() => undefined)
  const open = (opening: OpenedMenuProps['opening']) =>
    void loadParts().then(
      (parts) => setOpened({ parts, opening }),
      (cause: unknown) => console.error(cause),
    )
  return cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: near,
    onFocus: near,
    // A press of a key has no place.
    onClick: ({ detail }) => open(detail === 0 ? 'keyboard' : 'pointer'),
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      open('keyboard')
    },
  })
}

export function MenuItem(props: MenuItemProps) {
  const parts = use(Opened)
  return parts && <parts.MenuItem {...props} />
}

export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  const parts = use(Opened)
  return parts && <parts.MenuChoice {...props} />
}

export function MenuSeparator() {
  const parts = use(Opened)
  return parts && <parts.MenuSeparator />
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  const parts = use(Opened)
  return parts && <parts.MenuLabel>{children}</parts.MenuLabel>
}
