// What a menu is made of, once it is opened (Menu.tsx).
import * as DropdownMenu from 'radix-ui/dropdown-menu'
import { Check } from 'lucide-react'
import { useCallback, useRef, type ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import type { MenuChoiceProps, MenuItemProps, OpenedMenuProps } from './Menu.tsx'
import styles from './controls.module.css'
import tokens from '../tokens.module.css'

/** Opens at once: the press that asked for it is over. */
export function OpenedMenu({
  opening,
  trigger,
  children,
  align = 'start',
  onKey,
}: OpenedMenuProps) {
  const focusFirst = useFocusFirst(opening === 'keyboard')
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          ref={focusFirst}
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

/** For the first press, which Radix has not seen; it does the same for later ones. Gives a ref for the menu. */
function useFocusFirst(isWanted: boolean) {
  const isDone = useRef(!isWanted)
  return useCallback((menu: HTMLElement | null) => {
    if (!menu || isDone.current) return
    isDone.current = true
    // After Radix has put the focus on the menu itself.
    requestAnimationFrame(() =>
      menu.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus(),
    )
  }, [])
}

export function MenuItem({ children, line, icon, disabled = false, onSelect }: MenuItemProps) {
  return (
    <DropdownMenu.Item className={styles.item} disabled={disabled} onSelect={onSelect}>
      {icon}
      <ItemText line={line}>{children}</ItemText>
    </DropdownMenu.Item>
  )
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
