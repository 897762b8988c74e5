// Of this reference page alone: sends what requests.ts lists, in that order, and shows what comes back. Change the file
// that is open and look again.
import { connection } from 'next/server'
import { Suspense } from 'react'
import { AskFromHere } from './ask-from-here'
import { requests } from './requests'
import { sendAll, type Answer } from './send'
import styles from './try.module.css'

export default function TryPage() {
  const fromHere = requests.filter(({ to }) => to === 'browser')
  return (
    <section>
      <h1>What comes back</h1>
      <ol className={styles.list}>
        <Suspense fallback={<li>Asking …</li>}>
          <Answers />
        </Suspense>
        {fromHere.map((request) => (
          <AskFromHere key={request.says} request={request} />
        ))}
      </ol>
    </section>
  )
}

async function Answers() {
  await connection()
  const answers = await sendAll(requests)
  return answers.map((answer) => <AnswerRow key={answer.request.says} {...answer} />)
}

function AnswerRow({ request, status, headers, text }: Answer) {
  const { says, method = 'GET', path, json } = request
  return (
    <li className={styles.row}>
      <p className={styles.says}>{says}</p>
      <p className={styles.line}>
        <code>
          {method} {path} {json ? JSON.stringify(json) : null}
        </code>{' '}
        <strong data-status>{status}</strong>
      </p>
      {headers.map(([name, value]) => (
        <p key={name} className={styles.line}>
          <code>
            {name}: {value ?? '(none)'}
          </code>
        </p>
      ))}
      {text && <pre className={styles.text}>{text}</pre>}
    </li>
  )
}
