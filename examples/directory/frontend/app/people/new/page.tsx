import type { Metadata } from 'next'
import { createPerson } from '@/actions/people'
import { PersonForm } from '@/components/person-form'
import { emptyValues } from '@/lib/person-form'

export const metadata: Metadata = { title: 'Add a person' }

export default function NewPersonPage() {
  return (
    <div className="card">
      <h1>Add a person</h1>
      <PersonForm
        action={createPerson}
        values={emptyValues}
        exceptId={null}
        saveLabel="Add to the directory"
        backTo="/"
      />
    </div>
  )
}
