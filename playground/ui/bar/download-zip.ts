// Offers the workspace as a zip. fflate comes with the first download, not before.
import type { Files } from '../../runtime/wire/files.ts'
import { offerDownload } from './offer-download.ts'

export async function downloadZip(files: Files): Promise<void> {
  const { zipFiles } = await import('../../runtime/workspace/zip.ts')
  // A copy: the type says that fflate's buffer could be shared, which a Blob does not take.
  const zip = new Blob([Uint8Array.from(zipFiles(files))], { type: 'application/zip' })
  offerDownload('both-ends.zip', zip)
}
