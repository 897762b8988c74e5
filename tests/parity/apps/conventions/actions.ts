// Server actions in all their forms, with scripts and without.
import {
  callAction,
  encodeData,
  encodeWithForm,
  multipart,
  postPlain,
  type Fields,
} from '../../forms.ts'
import type { Step } from '../../exchange.ts'
import { page } from '../../exchange.ts'
import { ask, type Slice } from '../fixture-app.ts'

const PATH = '/acts'

function plain(name: string, marker: string, fields: Fields = {}): Step {
  return { name, run: (side) => postPlain(side, PATH, marker, { text: 'typed', ...fields }) }
}

function called(name: string, marker: string, fields: Fields = {}): Step {
  const all = { text: 'typed', ...fields }
  const encode = (bound: readonly unknown[]) => encodeWithForm(bound, all)
  return { name, run: (side) => callAction(side, { path: PATH, marker, encode }) }
}

const big = 'x'.repeat(1_100_000)

export const actions: Slice = {
  files: {
    'lib/notes.ts': `export const notes: string[] = (globalThis as any).__notes ??= []`,
    'app/acts/actions.ts': `'use server'
import { notes } from '@/lib/notes'
import { refresh, revalidatePath } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { notFound, permanentRedirect, redirect } from 'next/navigation'
export async function add(form) { notes.push('add ' + form.get('text')); revalidatePath('/acts') }
export async function addTo(list, form) { notes.push(list + ' ' + form.get('text')); revalidatePath('/acts') }
export async function away() { redirect('/about?from=action') }
export async function awayForGood() { permanentRedirect('/about') }
export async function outside() { redirect('https://example.com/') }
export async function absent() { notFound() }
export async function breaks() { throw new Error('thrown in an action') }
export async function setsCookie(form) { (await cookies()).set('from-action', String(form.get('text')), { httpOnly: true }); }
export async function dropsCookie() { (await cookies()).delete('from-action') }
export async function renews() { notes.push('renewed'); refresh() }
export async function quiet() { notes.push('quiet') }
export async function upload(form) { const file = form.get('file'); notes.push('file ' + (typeof file === 'string' ? file : file.name + ' ' + (await file.text()).length)); revalidatePath('/acts') }
export async function count(previous, form) { return { n: previous.n + 1, text: String(form.get('text')) } }
export async function answer(...values) { return { values, host: (await headers()).get('host'), at: new Map([[1, new Set(['a'])]]), none: undefined, big: 12n } }`,
    'app/acts/client.tsx': `'use client'
import { useActionState, useOptimistic, useTransition } from 'react'
import { useFormStatus } from 'react-dom'
import { answer, count } from './actions'
function Submit() { const { pending } = useFormStatus(); return <button disabled={pending}>send</button> }
export function Stateful() {
  const [state, action, pending] = useActionState(count, { n: 0, text: '' }, '/acts#after')
  const [shown] = useOptimistic(state.n)
  return <form action={action}><input name="text" /><input name="marker" value="stateful" readOnly /><Submit /><i>{shown}:{state.text}:{String(pending)}</i></form>
}
export function Caller() { const [, start] = useTransition(); return <button onClick={() => start(async () => { await answer(1) })}>call</button> }`,
    'app/acts/page.tsx': `import { notes } from '@/lib/notes'
import { cookies } from 'next/headers'
import { revalidatePath } from 'next/cache'
import * as actions from './actions'
import { Caller, Stateful } from './client'
const Form = ({ action, marker }) => <form action={action}><input name="text" /><input name="marker" defaultValue={marker} /><button>go</button></form>
export default async function Page() {
  const secret = 'closed over ' + notes.length
  async function inline(form) { 'use server'; notes.push(secret + ' ' + form.get('text')); revalidatePath('/acts') }
  const arrow = async (form) => { 'use server'; notes.push('arrow ' + form.get('text')) }
  return <div>
    <ul>{notes.map((note, index) => <li key={index}>{note}</li>)}</ul><p>{(await cookies()).get('from-action')?.value}</p>
    <Form action={actions.add} marker="module" /><Form action={actions.addTo.bind(null, 'bound')} marker="bound" />
    <Form action={inline} marker="inline" /><Form action={arrow} marker="arrow" />
    <Form action={actions.away} marker="away" /><Form action={actions.awayForGood} marker="for-good" /><Form action={actions.outside} marker="outside" />
    <Form action={actions.absent} marker="absent" /><Form action={actions.breaks} marker="breaks" />
    <Form action={actions.setsCookie} marker="sets-cookie" /><Form action={actions.dropsCookie} marker="drops-cookie" />
    <Form action={actions.renews} marker="renews" /><Form action={actions.quiet} marker="quiet" /><Form action={actions.upload} marker="upload" />
    <Form action={actions.answer} marker="answer" /><Stateful /><Caller />
    <form><button formAction={actions.add} name="text" value="by button">button</button><input name="marker" defaultValue="form-action" /></form>
  </div>
}`,
    'app/acts/error.tsx': `'use client'\nexport default function ErrorView() { return <p>action error view</p> }`,
  },
  steps: [
    page('acts', PATH),
    plain('plain-module', '"module"'),
    plain('plain-bound', '"bound"'),
    plain('plain-inline', '"inline"'),
    plain('plain-arrow', '"arrow"'),
    plain('plain-redirect', '"away"'),
    plain('plain-permanent-redirect', '"for-good"'),
    plain('plain-redirect-outside', '"outside"'),
    plain('plain-not-found', '"absent"'),
    plain('plain-throws', '"breaks"'),
    plain('plain-sets-cookie', '"sets-cookie"'),
    plain('plain-drops-cookie', '"drops-cookie"'),
    plain('plain-state', '"stateful"'),
    called('called-module', '"module"'),
    called('called-bound', '"bound"'),
    called('called-inline', '"inline"'),
    called('called-arrow', '"arrow"'),
    called('called-redirect', '"away"'),
    called('called-permanent-redirect', '"for-good"'),
    called('called-redirect-outside', '"outside"'),
    called('called-not-found', '"absent"'),
    called('called-throws', '"breaks"'),
    called('called-sets-cookie', '"sets-cookie"'),
    called('called-drops-cookie', '"drops-cookie"'),
    called('called-refresh', '"renews"'),
    called('called-quiet', '"quiet"'),
    {
      name: 'called-with-data',
      run: (side) =>
        callAction(side, {
          path: PATH,
          marker: '"answer"',
          encode: () =>
            encodeData([
              1,
              'two',
              null,
              [true],
              { deep: '$undefined' },
              '$D2026-01-01T00:00:00.000Z',
            ]),
        }),
    },
    called('called-too-large', '"module"', { text: big }),
    page('acts-after', PATH),
    ask('action-unknown', PATH, {
      method: 'POST',
      headers: [
        ['next-action', '40'.padEnd(42, '0')],
        ['content-type', 'text/plain;charset=UTF-8'],
        ['origin', 'http://localhost:3000'],
      ],
      body: '[]',
    }),
    ask('action-from-another-origin', PATH, {
      method: 'POST',
      ...multipart({ $ACTION_ID_0: '', text: 'x' }),
      headers: [
        ...(multipart({}).headers ?? []).filter(([name]) => name !== 'origin'),
        ['origin', 'http://elsewhere.example'],
      ],
    }),
    ask('form-without-action', PATH, { method: 'POST', ...multipart({ text: 'x' }) }),
  ],
}
