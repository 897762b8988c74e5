import type { Metadata } from 'next'
import { updatePerson } from '@/actions/people'
import { PersonForm } from '@/components/person-form'
import { loadPerson } from '../load-person'

type Props = PageProps<'/people/[id]/edit'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Edit ${(await loadPerson(params)).name}` }
}

export default async function EditPersonPage({ params }: Props) {
  const person = await loadPerson(params)
  const { name, email, title, team, about } = person

  return (
    <div className="card">
      <h1>Edit {person.name}</h1>
      <PersonForm
        action={updatePerson.bind(null, person.id)}
        values={{ name, email, title, team, about }}
        exceptId={person.id}
        saveLabel="Save"
        backTo={`/people/${person.id}`}
      />
    </div>
  )
}
