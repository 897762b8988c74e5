'use server'

export async function act(form) {
  console.log(form)
}
