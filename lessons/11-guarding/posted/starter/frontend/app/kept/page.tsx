// A form that somebody kept, for this lesson only. It is the button of the page People, with the id of whoever is signed
// in: the page is closed to members, but what it sends can be sent from anywhere.
import { Suspense } from 'react'
import { setAdmin } from '@/actions/people'
import { RoleButton } from '@/components/role-button'
import { requireUser } from '@/lib/dal'

export default function KeptPage() {
  return (
    <Suspense fallback={<p>Looking who you are …</p>}>
      <Kept />
    </Suspense>
  )
}

async function Kept() {
  const { id, name, is_admin: isAdmin } = await requireUser('/kept')
  return (
    <div className="card">
      <h1>A form that was kept</h1>
      <p className="soft">One button of the page “People”, and nothing else of it.</p>
      <p role="status">
        {name} is {isAdmin ? 'an administrator' : 'a member'}.
      </p>
      <RoleButton action={setAdmin.bind(null, id, !isAdmin)} name={name} isAdmin={isAdmin} />
    </div>
  )
}
