// docs/seed-map: every defect of the seed and where it is taught, drawn from references/seed-defects.json.
// tools/seed-map stops the build when one of its targets does not exist.
import { importPage } from 'nextra/pages'
import seed from '../../../references/seed-defects.json'
import styles from './reference.module.css'

export async function SeedMap() {
  const targets = new Set(
    seed.flatMap(({ defects }) => defects.flatMap((defect) => defect.targets)),
  )
  const names = new Map(
    await Promise.all(
      Array.from(targets, async (target) => [target, await nameOf(target)] as const),
    ),
  )
  return seed.map(({ id, file, section, defects }) => (
    <section key={id} aria-labelledby={id}>
      <h2 id={id} className="x:mt-10 x:text-2xl x:font-semibold">
        <code>{file}</code>
      </h2>
      <p className={styles.note}>{section}</p>
      <ol className={styles.defects}>
        {defects.map((defect) => (
          <li key={defect.id} id={defect.id}>
            <Words text={defect.says} />
            <span className={styles.targets}>
              {defect.targets.map((target, index) => (
                <span key={target}>
                  {index > 0 && ' · '}
                  <a href={target}>{names.get(target)}</a>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  ))
}

/** What stands between backticks is code, as in prose. */
function Words({ text }: { readonly text: string }) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))
}

/** “Lesson 2: Wait for the address”, the title of the step; “CORS”, the title of the page. */
async function nameOf(target: string): Promise<string> {
  const [address = '', anchor = ''] = target.split('#')
  const page = address.replace(/^\/|\/$/g, '')
  const { metadata, sourceCode } = await importPage(page.split('/'))
  const lesson = /^learn\/(\d\d)-/.exec(page)?.[1]
  if (lesson === undefined) return String(metadata.title)
  const step = new RegExp(`<Step id="${anchor}" title="([^"]+)"`).exec(sourceCode)?.[1]
  return `Lesson ${String(Number(lesson))}: ${step ?? String(metadata.title)}`
}
