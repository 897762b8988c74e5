// Data between Python and messages. Python's None is null on the wire; Pyodide makes it undefined.
// Runs in the backend worker. It knows no shapes: what a value means is for the caller.
import type { PyodideInterface } from 'pyodide'
import type { PyProxy } from 'pyodide/ffi'
import type { FileContent } from '../wire/files.ts'
import type { SqlValue } from '../wire/hop.ts'
import type { PythonData } from './python-objects.ts'

/** Copies a dict, list or scalar; undefined becomes null, all the way down. */
export function toPlainData<Shape>(value: PythonData<Shape>): Shape {
  // A cast: the Python side declares the same shape (a TypedDict), with None where this has null.
  return withNulls(value.toJs({ create_pyproxies: false })) as Shape
}

function withNulls(value: unknown): unknown {
  if (value === undefined) return null
  if (Array.isArray(value)) return value.map(withNulls)
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNulls(item)]))
}

/** A dict for Python; null becomes None. Destroy it after use. */
export function toPythonDict(
  pyodide: PyodideInterface,
  record: Readonly<Record<string, FileContent | null>>,
): PyProxy {
  return pyodide.toPy(
    new Map(Object.entries(record).map(([key, value]) => [key, value ?? undefined])),
  )
}

export function toPythonList(pyodide: PyodideInterface, values: readonly SqlValue[]): PyProxy {
  return pyodide.toPy(values.map((value) => value ?? undefined))
}
