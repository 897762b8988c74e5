// The bar of a lesson: which lesson, which step, whether the work is kept, and running the app.
import { Check, ChevronDown, Presentation } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { loadLessonIndex, type LessonEntry } from '../../lessons/lesson.ts'
import { Brand } from '../bar/Brand.tsx'
import { MoreMenu } from '../bar/MoreMenu.tsx'
import { OfflineMark } from '../bar/OfflineMark.tsx'
import { RunButton } from '../bar/RunButton.tsx'
import { SaveMark } from '../bar/SaveMark.tsx'
import { copy } from '../copy.ts'
import { Button } from '../controls/Button.tsx'
import { joinClasses } from '../controls/join-classes.ts'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../controls/Menu.tsx'
import { useWidthClass } from '../layout/use-media.ts'
import { lessonCopy } from './lesson-copy.ts'
import { useLesson, useLessonState } from './lesson-context.tsx'
import bar from '../bar/bar.module.css'
import styles from './lesson.module.css'

export function LessonBar({ trailing }: { readonly trailing: ReactNode }) {
  const narrow = useWidthClass() === 'narrow'
  return (
    <header className={bar.bar} aria-label={lessonCopy.label}>
      <a className={bar.home} href="/" aria-label={copy.bar.home}>
        <Brand withName={!narrow} />
      </a>
      <LessonMenu />
      <StepLinks />
      {!narrow && <SaveMark />}
      <OfflineMark />
      <span className={bar.space} />
      {!narrow && <RunButton />}
      {!narrow && trailing}
      <MoreMenu isNarrow />
    </header>
  )
}

function LessonMenu() {
  const { lesson } = useLesson()
  const [entries, setEntries] = useState<readonly LessonEntry[]>([lesson])
  const load = () => {
    // The menu has the lesson of now in any case.
    loadLessonIndex(new URL('/lessons/', window.location.href).href).then(
      setEntries,
      () => undefined,
    )
  }
  const name = lessonCopy.menu(lesson.number, lesson.title)
  const present = () => window.location.assign(`/learn/${lesson.slug}/?present&ready`)
  return (
    <Menu
      onKey={(key) => key === 'p' && present()}
      trigger={
        <Button look="quiet" className={styles.lessonName} onPointerEnter={load} onFocus={load}>
          <span className={styles.cut}>{name}</span> <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={<Presentation aria-hidden />} onSelect={present}>
        {lessonCopy.present}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{lessonCopy.menuLabel}</MenuLabel>
      {entries.map(({ slug, number, title }) => (
        <MenuItem
          key={slug}
          icon={slug === lesson.slug ? <Check aria-hidden /> : <span className={styles.noMark} />}
          onSelect={() => window.location.assign(`/learn/${slug}/`)}
        >
          {lessonCopy.menu(number, title)}
        </MenuItem>
      ))}
    </Menu>
  )
}

function StepLinks() {
  const { lesson } = useLesson()
  const { step, done } = useLessonState()
  const count = lesson.steps.length
  return (
    <nav className={styles.stepLinks} aria-label={lessonCopy.steps}>
      <ol className={styles.dots}>
        {lesson.steps.map(({ id, title }, index) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className={joinClasses(styles.dot, done[index] && styles.doneDot)}
              aria-current={index === step ? 'step' : undefined}
              aria-label={lessonCopy.stepName(index + 1, count, title, done[index] ?? false)}
              title={title}
            >
              {done[index] && index !== step ? <Check aria-hidden /> : index + 1}
            </a>
          </li>
        ))}
      </ol>
      <span className={styles.position} aria-hidden>
        {lessonCopy.position(step + 1, count)}
      </span>
    </nav>
  )
}
