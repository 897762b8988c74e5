// A menu that drops from a button: items with a word and, where it helps, a line under it.
import * as DropdownMenu from 'radix-ui/dropdown-menu'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import styles from './controls.module.css'
import tokens from '../tokens.module.css'

interface MenuProps {
  readonly trigger: ReactNode
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
  /** A letter typed while it is open, in lower case. */
  readonly onKey?: (key: string) => void
}

export function Menu({ trigger, children, align = 'start', onKey }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={joinClasses(tokens.tokens, styles.floating)}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          // React's events climb out of a portal: a menu inside a row must not open the row.
          onClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => {
            event.stopPropagation()
            onKey?.(event.key.toLowerCase())
          }}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface MenuItemProps {
  readonly children: ReactNode
  readonly line?: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
  readonly onSelect?: () => void
}

export function MenuItem({ children, line, icon, disabled = false, onSelect }: MenuItemProps) {
  return (
    <DropdownMenu.Item className={styles.item} disabled={disabled} onSelect={onSelect}>
      {icon}
      <ItemText line={line}>{children}</ItemText>
    </DropdownMenu.Item>
  )
}

interface MenuChoiceProps<Value extends string> {
  readonly value: Value
  readonly choices: readonly {
    readonly value: Value
    readonly text: string
    readonly line: string
  }[]
  readonly onChange: (value: Value) => void
}

export function MenuChoice<Value extends string>({
  value,
  choices,
  onChange,
}: MenuChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const found = choices.find((choice) => choice.value === chosen)
    if (found) onChange(found.value)
  }
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={choose}>
      {choices.map((choice) => (
        <DropdownMenu.RadioItem key={choice.value} value={choice.value} className={styles.item}>
          <span className={styles.itemMark}>
            <DropdownMenu.ItemIndicator>
              <Check aria-hidden />
            </DropdownMenu.ItemIndicator>
          </span>
          <ItemText line={choice.line}>{choice.text}</ItemText>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

function ItemText({
  children,
  line,
}: {
  readonly children: ReactNode
  readonly line: string | undefined
}) {
  return (
    <span className={styles.itemText}>
      <span>{children}</span>
      {line !== undefined && <span className={styles.itemLine}>{line}</span>}
    </span>
  )
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className={styles.separator} />
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className={styles.menuLabel}>{children}</DropdownMenu.Label>
}
