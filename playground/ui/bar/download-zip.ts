// Offers the workspace as a zip. fflate comes with the first download, not before.
import type { Files } from '../../runtime/wire/files.ts'

export async function downloadZip(files: Files): Promise<void> {
  const { zipFiles } = await import('../../runtime/workspace/zip.ts')
  // A copy: the type says that fflate's buffer could be shared, which a Blob does not take.
  const url = URL.createObjectURL(
    new Blob([Uint8Array.from(zipFiles(files))], { type: 'application/zip' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = 'both-ends.zip'
  link.click()
  URL.revokeObjectURL(url)
}
