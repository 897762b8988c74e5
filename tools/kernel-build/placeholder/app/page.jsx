import './layer-rsc'
import Client from './layer-client'
import { act } from './actions'
import { cookies } from 'next/headers'

// A bound inline action and an imported one: each brings another part of Next's action code.
export default async function Page() {
  const jar = await cookies()
  const inline = async (form) => {
    'use server'
    console.log(jar, form)
  }
  return (
    <main>
      <Client />
      <form action={act} />
      <form action={inline} />
    </main>
  )
}
